package io.clp.testkit.internal.fault;

import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.SpiMethod;
import java.util.Locale;
import java.util.Map;

/** The table of which fault was met where, and how often. */
final class Coverage {
    private Coverage() {}

    static String table(Map<FaultPoint, Long> met) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-22s", ""));
        for (FaultKind kind : FaultKind.values()) {
            table.append(String.format(Locale.ROOT, "%12s", kind));
        }
        for (SpiMethod method : SpiMethod.values()) {
            table.append('\n').append(String.format(Locale.ROOT, "%-22s", method));
            for (FaultKind kind : FaultKind.values()) {
                boolean possible = method.faults().contains(kind);
                table.append(
                        String.format(Locale.ROOT, "%12s", possible ? met.get(new FaultPoint(method, kind)) : "-"));
            }
        }
        return table.toString();
    }
}
