package io.clp.iis;

import io.clp.iis.IisStep.IisReset;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which {@link IisResource} it is that was found in something else: it can be built, printed as code, and said in words.
 *
 * @param way how IIS is started and stopped
 * @param standby how the nodes stand in for each other
 * @param ftp the short name of the FTP service, where there is one beside W3SVC; as a script has it, the node may know another
 * @param policy of the watches, where there are some
 */
record Recipe(Way way, Standby standby, Optional<String> ftp, WatchPolicy policy) {
    /** A service resource starts and stops, and watches nothing. */
    static final Recipe OF_A_SERVICE =
            new Recipe(Way.NET_START, Standby.ONE_WAY, Optional.empty(), WatchPolicy.defaults());

    private static final String WWW = "W3SVC";

    /** The guide's ways. */
    enum Way {
        ARM_LOAD("ARMLOAD"),
        NET_START("net start"),
        IIS_RESET("iisreset");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /** Returns every one there is, with the given policy of watches. */
    static List<Recipe> all(WatchPolicy policy) {
        List<Recipe> all = new ArrayList<>();
        for (Standby standby : Standby.values()) {
            all.add(new Recipe(Way.IIS_RESET, standby, Optional.empty(), policy));
            for (Way way : List.of(Way.ARM_LOAD, Way.NET_START)) {
                all.add(new Recipe(way, standby, Optional.empty(), policy));
                all.add(new Recipe(way, standby, Optional.of("MSFTPSVC"), policy));
                all.add(new Recipe(way, standby, Optional.of("ftpsvc"), policy));
            }
        }
        return all;
    }

    /** Returns what START.BAT of the guide would do. */
    List<IisStep> start() {
        return steps(IisPhase.ONLINE);
    }

    /** Returns what STOP.BAT of the guide would do: it does not wait for the disk to be released. */
    List<IisStep> stop() {
        List<IisStep> steps = new ArrayList<>(steps(IisPhase.OFFLINE));
        steps.addAll(steps(IisPhase.RELEASED));
        return steps.equals(List.of(new IisReset(IisReset.Mode.STOP), new IisReset(IisReset.Mode.START)))
                ? List.of(new IisReset(IisReset.Mode.RESTART))
                : List.copyOf(steps);
    }

    private List<IisStep> steps(IisPhase phase) {
        return control().steps(phase, standby, new IisServices(Optional.of(WWW), ftp, Optional.empty()));
    }

    private IisControl control() {
        return switch (way) {
            case ARM_LOAD -> IisControl.armLoad(policy);
            case NET_START -> IisControl.netStart();
            case IIS_RESET -> IisControl.iisReset();
        };
    }

    private List<IisService> services() {
        return ftp.isPresent() ? List.of(IisService.WWW, IisService.FTP) : List.of(IisService.WWW);
    }

    IisResource build(String id) {
        return IisResource.builder(id)
                .services(services().toArray(IisService[]::new))
                .control(control())
                .standby(standby)
                .build();
    }

    String java(String id) {
        return "io.clp.iis.IisResource.builder(\"" + id + "\")\n        .services("
                + services().stream().map(it -> "io.clp.iis.IisService." + it).collect(Collectors.joining(", "))
                + ")\n        .control(io.clp.iis.IisControl." + controlJava()
                + ")\n        .standby(io.clp.iis.Standby."
                + standby + ")\n        .build()";
    }

    private String controlJava() {
        return switch (way) {
            case ARM_LOAD -> "armLoad(" + (policy.equals(WatchPolicy.defaults()) ? "" : policyJava()) + ")";
            case NET_START -> "netStart()";
            case IIS_RESET -> "iisReset()";
        };
    }

    private String policyJava() {
        String reset = policy.resetAfter()
                .map(Duration::toHours)
                .map(it -> ".resetAfter(java.time.Duration.ofHours(" + it + "))")
                .orElse("");
        return "io.clp.watch.WatchPolicy.builder().restarts(" + policy.restarts() + ")" + reset + ".build()";
    }

    String words() {
        return "IIS in " + standby.name().toLowerCase(Locale.ROOT).replace('_', '-') + " standby, by " + way.words
                + ", with " + services().stream().map(Enum::name).collect(Collectors.joining(" and "));
    }
}
