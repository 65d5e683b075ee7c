package io.clp.benchmarks.demo;

import io.clp.iis.IisControl;
import java.util.Locale;

/** The guide's three ways to start and stop IIS. */
enum Strategy {
    /** ARMLOAD and ARMKILL. */
    ARMLOAD("ARMLOAD"),
    /** {@code net start} and {@code net stop}. */
    NET("net start"),
    /** {@code iisreset}. */
    IISRESET("iisreset");

    private final String title;

    Strategy(String title) {
        this.title = title;
    }

    /** Returns the name for people. */
    String title() {
        return title;
    }

    /** Returns the name on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    IisControl control() {
        return switch (this) {
            case ARMLOAD -> IisControl.armLoad();
            case NET -> IisControl.netStart();
            case IISRESET -> IisControl.iisReset();
        };
    }
}
