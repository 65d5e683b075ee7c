package io.clp.windows.lab;

import java.util.Locale;

/** What became of one test, as a line of the run's record: kind, test and reason, separated by tabs. */
record Outcome(Kind kind, String test, String reason) {
    enum Kind {
        STARTED,
        PASSED,
        FAILED,
        /** It began and gave up, or was never begun: either way it proved nothing. */
        ABORTED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Outcome {
        test = onOneLine(test);
        reason = onOneLine(reason);
    }

    static Outcome parse(String line) {
        String[] parts = line.split("\t", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not kind, test and reason: " + line);
        }
        return new Outcome(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
    }

    String line() {
        return kind.word() + "\t" + test + "\t" + reason;
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
