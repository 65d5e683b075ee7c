package io.clp.benchmarks.demo;

import io.clp.iis.IisControl;
import java.util.Locale;

/** The guide's three ways to start and stop IIS. */
public enum Strategy {
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

    /** {@return the name for people} */
    public String title() {
        return title;
    }

    /** {@return the name on the command line} */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the control that does it} */
    public IisControl control() {
        return switch (this) {
            case ARMLOAD -> IisControl.armLoad();
            case NET -> IisControl.netStart();
            case IISRESET -> IisControl.iisReset();
        };
    }
}
