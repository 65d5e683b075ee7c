package io.clp.testkit;

import java.time.Duration;
import java.util.Locale;

/** Times as traces print them: without floating point, whose text differs between JDKs. */
final class TraceTime {
    private TraceTime() {}

    /** Returns hours, minutes, seconds and microseconds. */
    static String of(Duration at) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%06d",
                at.toHours(),
                at.toMinutesPart(),
                at.toSecondsPart(),
                at.toNanosPart() / 1_000);
    }
}
