package io.clp.benchmarks.windows;

import com.sun.jna.platform.win32.W32Service;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Winsvc;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.windows.WindowsPlatform;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the Windows backend beside its peers and prints a row of a table for each job.
 *
 * <p>Needs services of the test program, made before: {@code clp-late} (50 ms to start, 50 ms to stop), {@code clp-2s} and {@code clp-10s}
 * (so long to start), and {@code clp-slow} (a minute to start).
 */
public final class WindowsResults {
    private static final String LATE = "clp-late";
    private static final Map<String, String> LONGER = new TreeMap<>(Map.of("clp-2s", "2 s", "clp-10s", "10 s"));
    private static final String SLOW = "clp-slow";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PENDING = Duration.ofSeconds(30);
    private static final int RUNS = 30;
    private static final int PEER_RUNS = 20;
    private static final int QUERIES = 500;

    private final PrintStream out;
    private final ServiceControl services;
    private final Path folder;

    private WindowsResults(PrintStream out, ServiceControl services, Path folder) {
        this.out = out;
        this.services = services;
        this.folder = folder;
    }

    /**
     * Runs it.
     *
     * @param arguments the folder of the test services' files
     * @throws InterruptedException nobody interrupts it
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (WindowsPlatform platform = WindowsPlatform.open();
                W32ServiceManager peer = new W32ServiceManager()) {
            peer.open(Winsvc.SC_MANAGER_CONNECT);
            WindowsResults results = new WindowsResults(out, platform.services(), Path.of(arguments[0]));
            out.println("| job | limit | measured | peer, same run |");
            out.println("|---|---|---|---|");
            results.knowing(peer);
            results.knowingOfLonger();
            results.waiting();
            results.querying();
        }
    }

    private void knowing(W32ServiceManager peers) {
        Series start = Series.of(5, RUNS, () -> late(LATE, "RUNNING", () -> start(LATE), () -> stop(LATE)));
        Series stop = Series.of(5, RUNS, () -> {
            start(LATE);
            return late(LATE, "STOPPED", () -> stop(LATE), () -> {});
        });
        try (W32Service peer =
                peers.openService(LATE, Winsvc.SERVICE_START | Winsvc.SERVICE_STOP | Winsvc.SERVICE_QUERY_STATUS)) {
            Series peerStart =
                    Series.of(1, PEER_RUNS, () -> late(LATE, "RUNNING", peer::startService, () -> stop(LATE)));
            Series peerStop = Series.of(1, PEER_RUNS, () -> {
                start(LATE);
                return late(LATE, "STOPPED", peer::stopService, () -> {});
            });
            row(
                    "start of a service RUNNING after 50 ms: known after the fact",
                    "10 ms",
                    start.words("ms"),
                    "`W32Service` " + peerStart.words("ms"));
            row(
                    "stop of a service STOPPED after 50 ms: known after the fact",
                    "10 ms",
                    stop.words("ms"),
                    "`W32Service` " + peerStop.words("ms"));
        }
    }

    private void knowingOfLonger() {
        LONGER.forEach((service, takes) -> {
            Series start =
                    Series.of(1, PEER_RUNS, () -> late(service, "RUNNING", () -> start(service), () -> stop(service)));
            row("start of a service RUNNING after " + takes + ": known after the fact", "10 ms", start.words("ms"), "");
        });
    }

    private void waiting() throws InterruptedException {
        if (!ProcessorTime.isKnown()) {
            row("processor time spent waiting 30 s for a pending service", "2 % of a core", "not measured here", "");
            return;
        }
        double idle = spentIn(() -> Thread.sleep(PENDING.toMillis()));
        services.start(SLOW);
        double waited = spentIn(() -> await(SLOW, ServiceState.RUNNING, PENDING));
        services.stop(SLOW);
        row(
                "processor time spent waiting 30 s for a pending service, Wine's server included",
                "2 % of a core",
                percent(waited),
                "the same 30 s asleep: " + percent(idle));
    }

    private void querying() {
        Series ours = Series.of(5, RUNS, () -> micros(() -> services.query(LATE)));
        Series raw = Series.of(5, RUNS, () -> micros(() -> RawQuery.state(LATE)));
        row(
                "one query of a service's state",
                "1.5 x raw JNA",
                ours.words("µs") + String.format(Locale.ROOT, ", %.2f x", ours.median() / raw.median()),
                "raw open, query, close " + raw.words("µs"));
    }

    /** Returns how many milliseconds after the service said so a call knew it. */
    private double late(String service, String state, Runnable call, Runnable afterwards) {
        long begun = System.nanoTime();
        call.run();
        long known = System.nanoTime();
        double late = (known - new Events(folder.resolve(service + ".events")).last(state, begun)) / 1e6;
        afterwards.run();
        return late;
    }

    private void start(String service) {
        if (!services.start(service).holds()) {
            throw new IllegalStateException("the start was refused");
        }
        await(service, ServiceState.RUNNING, PATIENCE);
    }

    private void stop(String service) {
        if (!services.stop(service).holds()) {
            throw new IllegalStateException("the stop was refused");
        }
        await(service, ServiceState.STOPPED, PATIENCE);
    }

    private void await(String service, ServiceState state, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            ServiceStatus seen = services.query(service);
            while (seen.state() != state && System.nanoTime() < end) {
                seen = services.awaitChange(service, seen, Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static double spentIn(Work work) throws InterruptedException {
        double before = ProcessorTime.millis();
        work.run();
        return ProcessorTime.millis() - before;
    }

    private static double micros(Runnable query) {
        long begun = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            query.run();
        }
        return (System.nanoTime() - begun) / 1e3 / QUERIES;
    }

    private static String percent(double millis) {
        return String.format(Locale.ROOT, "%.2f %% (%.0f ms)", 100 * millis / PENDING.toMillis(), millis);
    }

    private void row(String job, String limit, String measured, String peer) {
        out.println("| " + job + " | " + limit + " | " + measured + " | " + peer + " |");
    }
}
