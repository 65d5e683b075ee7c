package io.clp.iis;

import io.clp.iis.IisStep.IisReset;
import io.clp.iis.IisStep.IisReset.Mode;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code iisreset}. The Indexing Service is no part of IIS, so {@code net} starts it last and stops it first. */
record IisResetCommand() implements IisControl {
    @Override
    public List<IisStep> steps(IisPhase phase, Standby standby, IisServices services) {
        return switch (phase) {
            case ONLINE -> around(services, true, Mode.RESTART, true);
            case OFFLINE -> around(services, true, Mode.STOP, false);
            case RELEASED -> standby == Standby.TWO_WAY ? around(services, false, Mode.START, true) : List.of();
        };
    }

    private static List<IisStep> around(IisServices services, boolean stops, Mode mode, boolean starts) {
        List<IisStep> steps = new ArrayList<>();
        if (stops) {
            services.indexing().ifPresent(it -> steps.add(new IisStep.NetStop(it)));
        }
        steps.add(new IisReset(mode));
        if (starts) {
            services.indexing().ifPresent(it -> steps.add(new IisStep.NetStart(it)));
        }
        return List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "iisReset";
    }
}
