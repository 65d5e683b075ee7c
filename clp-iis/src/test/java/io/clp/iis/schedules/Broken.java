package io.clp.iis.schedules;

import java.io.Serial;

/** A rule that a run broke. */
final class Broken extends AssertionError {
    @Serial
    private static final long serialVersionUID = 1L;

    Broken(String rule) {
        super(rule);
    }
}
