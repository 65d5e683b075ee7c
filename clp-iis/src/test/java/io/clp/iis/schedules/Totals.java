package io.clp.iis.schedules;

import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.SpiMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all runs come to: counts, faults met, and one digest of all traces. */
final class Totals {
    /** What users ask, and no operation: how a service is set up is never an operation's business. */
    private static final Set<SpiMethod> OF_USERS =
            EnumSet.of(SpiMethod.SERVICE_CONFIGURATION, SpiMethod.SERVICE_CHANGE_START_TYPE);

    private final Map<FaultPoint, Long> met = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final MessageDigest digest;
    private int schedules;

    Totals() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(Ran ran) {
        schedules++;
        digest.update(ran.text().getBytes(StandardCharsets.UTF_8));
        ran.met().forEach((point, times) -> met.merge(point, times, Long::sum));
        ran.counts().forEach((what, times) -> counts.merge(what, times, Long::sum));
    }

    /** Returns the digest of all traces; once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the faults that no call of an operation met. */
    List<FaultPoint> neverMet() {
        return FaultPoint.all().stream()
                .filter(it -> !OF_USERS.contains(it.method()))
                .filter(it -> met.getOrDefault(it, 0L) == 0)
                .toList();
    }

    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Returns a line of counts. */
    String line() {
        StringBuilder line = new StringBuilder(schedules + " schedules");
        counts.forEach(
                (what, times) -> line.append(", ").append(what).append(' ').append(times));
        return line.toString();
    }

    /** Returns how often each fault was met: a line for each method, a column for each kind. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-22s", "how often met"));
        for (FaultKind kind : FaultKind.values()) {
            table.append(String.format(Locale.ROOT, "%12s", kind));
        }
        for (SpiMethod method : SpiMethod.values()) {
            table.append('\n').append(String.format(Locale.ROOT, "%-22s", method));
            for (FaultKind kind : FaultKind.values()) {
                Object times =
                        method.faults().contains(kind) ? met.getOrDefault(new FaultPoint(method, kind), 0L) : "-";
                table.append(String.format(Locale.ROOT, "%12s", times));
            }
        }
        return table.toString();
    }
}
