package io.clp.iis;

import io.clp.iis.IisStep.IisReset;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands of scripts as steps that can be compared: names in lower case, a service by its short name, a kill without the service that
 * only the script's load would tell. What is no step of the guide's is a {@link IisStep.Command}.
 */
final class ScriptedStep {
    private static final Set<String> MESSAGES = Set.of("armbcast", "armlog", "clplogcmd", "echo");
    private static final Map<String, String> DISPLAY_NAMES = Map.of(
            "world wide web publishing service", "w3svc",
            "ftp publishing service", "msftpsvc",
            "microsoft ftp service", "ftpsvc");
    private static final Map<String, IisReset.Mode> MODES =
            Map.of("/restart", IisReset.Mode.RESTART, "/stop", IisReset.Mode.STOP, "/start", IisReset.Mode.START);

    private ScriptedStep() {}

    /** Returns what a command does; empty for a message. */
    static Optional<IisStep> of(List<String> command) {
        List<String> arguments = command.subList(1, command.size());
        Optional<IisStep> step =
                switch (command.get(0)) {
                    case "armload" -> load(arguments);
                    case "armkill" ->
                        arguments.size() == 1
                                ? Optional.of(new IisStep.Kill(lower(arguments.get(0)), ""))
                                : Optional.empty();
                    case "net" -> net(arguments);
                    case "iisreset" -> reset(arguments);
                    default -> Optional.empty();
                };
        return MESSAGES.contains(command.get(0))
                ? Optional.empty()
                : step.or(() -> Optional.of(new IisStep.Command(command)));
    }

    /** Returns steps of this module as those of scripts are. */
    static List<IisStep> comparable(List<IisStep> steps) {
        return steps.stream().map(ScriptedStep::comparable).toList();
    }

    private static IisStep comparable(IisStep step) {
        if (step instanceof IisStep.Load load) {
            return new IisStep.Load(lower(load.watchId()), lower(load.service()), load.policy());
        } else if (step instanceof IisStep.Kill kill) {
            return new IisStep.Kill(lower(kill.watchId()), "");
        } else if (step instanceof IisStep.NetStart start) {
            return new IisStep.NetStart(lower(start.service()));
        } else {
            return step instanceof IisStep.NetStop stop ? new IisStep.NetStop(lower(stop.service())) : step;
        }
    }

    /** {@code watchID /S [/A] [/R restarts [/H hours]] service}; other options mean something that is not known or has no equal. */
    private static Optional<IisStep> load(List<String> arguments) {
        WatchPolicy.Builder policy = WatchPolicy.builder();
        boolean service = false;
        int at = 1;
        int last = arguments.size() - 1;
        for (; at < last; at++) {
            switch (lower(arguments.get(at))) {
                case "/s" -> service = true;
                case "/a" -> {} // is what a load here does anyway
                case "/r" -> {
                    Optional<Integer> restarts = number(arguments.get(++at), 1, 9);
                    if (restarts.isEmpty()) {
                        return Optional.empty();
                    }
                    policy.restarts(restarts.get());
                }
                case "/h" -> {
                    Optional<Integer> hours = number(arguments.get(++at), 1, 24);
                    if (hours.isEmpty()) {
                        return Optional.empty();
                    }
                    policy.resetAfter(Duration.ofHours(hours.get()));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return service && at == last
                ? Optional.of(new IisStep.Load(lower(arguments.get(0)), shortName(arguments.get(last)), policy.build()))
                : Optional.empty();
    }

    private static Optional<Integer> number(String text, int least, int most) {
        if (!text.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= least && number <= most ? Optional.of(number) : Optional.empty();
    }

    private static Optional<IisStep> net(List<String> arguments) {
        boolean answered = arguments.size() == 3 && lower(arguments.get(2)).equals("/y");
        if (arguments.size() != 2 && !answered) {
            return Optional.empty();
        }
        String service = shortName(arguments.get(1));
        return switch (lower(arguments.get(0))) {
            case "start" -> answered ? Optional.empty() : Optional.of(new IisStep.NetStart(service));
            case "stop" -> Optional.of(new IisStep.NetStop(service));
            default -> Optional.empty();
        };
    }

    private static Optional<IisStep> reset(List<String> arguments) {
        String mode = arguments.isEmpty() ? "/restart" : lower(arguments.get(0));
        return arguments.size() > 1
                ? Optional.empty()
                : Optional.ofNullable(MODES.get(mode)).map(IisReset::new);
    }

    private static String shortName(String name) {
        return DISPLAY_NAMES.getOrDefault(lower(name), lower(name));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
