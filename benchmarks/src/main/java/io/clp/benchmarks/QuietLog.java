package io.clp.benchmarks;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log has warnings only, as that of the peers. */
final class QuietLog {
    /** Held here, for the level of a logger that nobody holds is forgotten. */
    private static final Logger LOG = Logger.getLogger("io.clp");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private QuietLog() {}

    /** Is quiet from here on. */
    static void begin() {
        // The class is initialised now.
    }
}
