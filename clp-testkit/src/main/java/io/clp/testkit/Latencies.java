package io.clp.testkit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long everything takes on fake machines. Immutable: each setter returns another one. Thread-safe.
 *
 * <p>Names of services are compared without regard to case. {@link FakeService#startTakes} and {@link FakeService#stopTakes} go before
 * what is said here.
 */
public final class Latencies {
    private static final Latencies NONE = new Latencies(Map.of());

    /** What takes time, beside single services' starts and stops. */
    private enum What {
        SERVICE_START,
        SERVICE_STOP,
        ADDRESS_USABLE,
        VOLUME_ONLINE,
        VOLUME_OFFLINE,
        COMMAND,
        FAILURE_DETECTION
    }

    private final Map<String, Latency> byKey;

    private Latencies(Map<String, Latency> byKey) {
        this.byKey = byKey;
    }

    /**
     * Returns no latency at all. What is asked for still happens later than the call, as on a real machine, but at the
     * same time.
     *
     * @return zero for everything
     */
    public static Latencies none() {
        return NONE;
    }

    /** {@return times of the size that a Windows server shows; duplicate detection takes its 3 seconds} */
    public static Latencies windowsServer() {
        return NONE.with(What.SERVICE_START, "", Latency.logNormal(ofMillis(350), ofMillis(2_500)))
                .with(What.SERVICE_STOP, "", Latency.logNormal(ofMillis(250), ofMillis(3_000)))
                .serviceStart("W3SVC", Latency.logNormal(ofMillis(450), ofMillis(1_800)))
                .serviceStop("W3SVC", Latency.logNormal(ofMillis(700), ofSeconds(8)))
                .addressUsable(Latency.between(ofMillis(2_900), ofMillis(3_200)))
                .volumeOnline(Latency.logNormal(ofMillis(120), ofMillis(900)))
                .volumeOffline(Latency.logNormal(ofMillis(60), ofMillis(500)))
                .command(Latency.logNormal(ofMillis(40), ofMillis(250)))
                .failureDetection(Latency.between(ofSeconds(4), ofSeconds(6)));
    }

    /**
     * Sets how long the start of every service takes for which nothing else is said.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies serviceStart(Latency latency) {
        return with(What.SERVICE_START, "", latency);
    }

    /**
     * Sets how long the stop of every service takes for which nothing else is said.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies serviceStop(Latency latency) {
        return with(What.SERVICE_STOP, "", latency);
    }

    /**
     * Sets how long a service takes from the request to RUNNING.
     *
     * @param service the short name
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies serviceStart(String service, Latency latency) {
        return with(What.SERVICE_START, service, latency);
    }

    /**
     * Sets how long a service takes from the request to STOPPED.
     *
     * @param service the short name
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies serviceStop(String service, Latency latency) {
        return with(What.SERVICE_STOP, service, latency);
    }

    /**
     * Sets how long duplicate detection takes.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies addressUsable(Latency latency) {
        return with(What.ADDRESS_USABLE, "", latency);
    }

    /**
     * Sets how long it takes to bring a volume online and mount it.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies volumeOnline(Latency latency) {
        return with(What.VOLUME_ONLINE, "", latency);
    }

    /**
     * Sets how long it takes to flush, dismount and take a volume offline.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies volumeOffline(Latency latency) {
        return with(What.VOLUME_OFFLINE, "", latency);
    }

    /**
     * Sets how long a command takes beside what it does.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies command(Latency latency) {
        return with(What.COMMAND, "", latency);
    }

    /**
     * Sets how long it takes until the others know that a machine is gone.
     *
     * @param latency drawn anew each time
     * @return other latencies, otherwise the same
     */
    public Latencies failureDetection(Latency latency) {
        return with(What.FAILURE_DETECTION, "", latency);
    }

    /**
     * Returns how long a service's start takes.
     *
     * @param service the short name
     * @return what was said for it, else what was said for every service
     */
    public Latency serviceStartOf(String service) {
        return of(What.SERVICE_START, service);
    }

    /**
     * Returns how long a service's stop takes.
     *
     * @param service the short name
     * @return what was said for it, else what was said for every service
     */
    public Latency serviceStopOf(String service) {
        return of(What.SERVICE_STOP, service);
    }

    /** {@return how long duplicate detection takes} */
    public Latency addressUsable() {
        return of(What.ADDRESS_USABLE, "");
    }

    /** {@return how long it takes to bring a volume online} */
    public Latency volumeOnline() {
        return of(What.VOLUME_ONLINE, "");
    }

    /** {@return how long it takes to take a volume offline} */
    public Latency volumeOffline() {
        return of(What.VOLUME_OFFLINE, "");
    }

    /** {@return how long a command takes beside what it does} */
    public Latency command() {
        return of(What.COMMAND, "");
    }

    /** {@return how long it takes until the others know that a machine is gone} */
    public Latency failureDetection() {
        return of(What.FAILURE_DETECTION, "");
    }

    @Override
    public String toString() {
        return byKey.toString();
    }

    private Latencies with(What what, String name, Latency latency) {
        Map<String, Latency> changed = new TreeMap<>(byKey);
        changed.put(key(what, name), latency);
        return new Latencies(changed);
    }

    private Latency of(What what, String name) {
        Latency ofAll = byKey.getOrDefault(key(what, ""), Latency.fixed(Duration.ZERO));
        return byKey.getOrDefault(key(what, name), ofAll);
    }

    private static String key(What what, String name) {
        return what + " " + name.toLowerCase(Locale.ROOT);
    }
}
