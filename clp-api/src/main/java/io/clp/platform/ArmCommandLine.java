package io.clp.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of ARMLOAD, ARMKILL, ARMBCAST, ARMLOG or ARMGETCD, read from its arguments; programs of these names and fakes of them ask by it.
 *
 * <p>The forms that are understood; options in any order and case:
 *
 * <pre>
 * ARMLOAD  watchID /S [/A] [/R 1-9] [/H 1-24] [/SCR] [/WAIT 0-3600] [/INT time] [/M] [/FOV] [/LOG file] service
 * ARMKILL  watchID [/T time]
 * ARMBCAST /MSG text [/A]
 * ARMLOG   text
 * </pre>
 *
 * <p>{@code /SCR} and {@code /WAIT} have no effect: a service that ended is started again itself, and not by its script, and a load waits
 * until its service runs in any case. Nor have {@code /INT}, {@code /M}, {@code /FOV}, {@code /LOG}, {@code /T}, and the {@code /A} of
 * ARMBCAST: what they mean was not found. All of these are {@linkplain ArmRequests#hasNoEffect told} to who answers.
 *
 * <p>Anything else is refused with the form, and exit code 1. Applications are not supported: ARMLOAD without {@code /S} ({@code /W},
 * {@code /U}) is refused with 1, and ARMGETCD with 2, which scripts take for a failure. Immutable.
 */
public final class ArmCommandLine {
    private static final int REFUSED = 1;
    private static final int NO_EXIT_CODE = 2;
    private static final String NO_APPLICATIONS = ": not supported: applications; services alone, with /S";

    private static final ArmOptions LOAD = ArmOptions.none()
            .known("/S", "/A")
            .withNumber("/R", 1, 9)
            .withNumber("/H", 1, 24)
            .withoutEffect("/SCR", "/M", "/FOV")
            .withoutEffect("/WAIT", 0, 3600)
            .withoutEffectAndWithValue("/INT", "/LOG")
            .known("/W")
            .withValue("/U");
    private static final ArmOptions KILL = ArmOptions.none().withoutEffectAndWithValue("/T");
    private static final ArmOptions BROADCAST =
            ArmOptions.none().withValue("/MSG").withoutEffect("/A");

    private final Request request;
    private final List<String> withoutEffect;
    private final boolean application;

    /** What comes of it. */
    @FunctionalInterface
    private interface Request {
        CommandResult ask(ArmRequests requests) throws InterruptedException;
    }

    private ArmCommandLine(Request request, List<String> withoutEffect, boolean application) {
        this.request = request;
        this.withoutEffect = List.copyOf(withoutEffect);
        this.application = application;
    }

    /**
     * Reads a call.
     *
     * @param program its name, without folder and ending, in any case
     * @param arguments what follows it
     * @return what it asks for; one that cannot be understood asks for nothing and is refused
     */
    public static ArmCommandLine of(String program, List<String> arguments) {
        String name = program.toUpperCase(Locale.ROOT);
        return switch (name) {
            case "ARMLOAD" -> load(arguments);
            case "ARMKILL" -> kill(arguments);
            case "ARMBCAST" -> broadcast(arguments);
            case "ARMLOG" -> log(arguments);
            case "ARMGETCD" -> refused(NO_EXIT_CODE, name + NO_APPLICATIONS, true);
            default -> refused(REFUSED, line(name, arguments) + ": no such program", false);
        };
    }

    /** {@return whether it is about an application instead of a service, and so is refused} */
    public boolean application() {
        return application;
    }

    /**
     * Asks for what the call asks for.
     *
     * @param requests who answers
     * @return what the program prints and its exit code; a refusal where the call was not understood
     * @throws InterruptedException the script was ended
     */
    public CommandResult ask(ArmRequests requests) throws InterruptedException {
        withoutEffect.forEach(requests::hasNoEffect);
        return request.ask(requests);
    }

    private static ArmCommandLine load(List<String> arguments) {
        Optional<ArmOptions.Read> options = afterTheId(LOAD, arguments);
        if (options.isEmpty() || options.get().rest().isEmpty()) {
            return loadUsage();
        }
        ArmOptions.Read read = options.get();
        if (!read.has("/S")) {
            return refused(REFUSED, "ARMLOAD" + NO_APPLICATIONS, true);
        }
        if (read.rest().size() != 1 || read.has("/W") || read.has("/U")) {
            return loadUsage();
        }
        ArmLoad load =
                new ArmLoad(arguments.get(0), read.rest().get(0), read.has("/A"), read.number("/R"), read.number("/H"));
        return new ArmCommandLine(requests -> requests.load(load), read.withoutEffect("ARMLOAD"), false);
    }

    private static ArmCommandLine loadUsage() {
        return usage("ARMLOAD watchID /S [/A] [/R retry [/H hour] [/SCR] [/WAIT time] [/INT time]] service");
    }

    private static ArmCommandLine kill(List<String> arguments) {
        return afterTheId(KILL, arguments)
                .filter(read -> read.rest().isEmpty())
                .map(read -> new ArmCommandLine(
                        requests -> requests.kill(arguments.get(0)), read.withoutEffect("ARMKILL"), false))
                .orElseGet(() -> usage("ARMKILL watchID [/T time]"));
    }

    private static ArmCommandLine broadcast(List<String> arguments) {
        return BROADCAST
                .read(arguments)
                .filter(read -> read.rest().isEmpty() && read.has("/MSG"))
                .map(read -> new ArmCommandLine(
                        requests -> requests.broadcast(read.value("/MSG")), read.withoutEffect("ARMBCAST"), false))
                .orElseGet(() -> usage("ARMBCAST /MSG \"text\" [/A]"));
    }

    private static ArmCommandLine log(List<String> arguments) {
        return arguments.isEmpty()
                ? usage("ARMLOG text")
                : new ArmCommandLine(requests -> requests.log(String.join(" ", arguments)), List.of(), false);
    }

    private static Optional<ArmOptions.Read> afterTheId(ArmOptions known, List<String> arguments) {
        return arguments.isEmpty() || arguments.get(0).startsWith("/")
                ? Optional.empty()
                : known.read(new ArrayList<>(arguments.subList(1, arguments.size())));
    }

    private static String line(String name, List<String> arguments) {
        return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
    }

    private static ArmCommandLine usage(String form) {
        return refused(REFUSED, "usage: " + form, false);
    }

    private static ArmCommandLine refused(int exitCode, String why, boolean application) {
        return new ArmCommandLine(requests -> CommandResult.exited(exitCode, why), List.of(), application);
    }
}
