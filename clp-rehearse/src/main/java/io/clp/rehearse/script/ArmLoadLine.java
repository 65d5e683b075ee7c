package io.clp.rehearse.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments of {@code ARMLOAD watchId /S [options] service}, or why they are none.
 *
 * @param watchId the first argument
 * @param service the last one
 * @param application whether it loads a program instead of a service
 */
record ArmLoadLine(String watchId, String service, boolean application) {
    /** Options that have a value; what those of the second line mean is not known. */
    private static final List<String> WITH_VALUE = List.of(
            "/R", "/H", "/WAIT", "/U", //
            "/INT", "/LOG");

    private static final List<String> WITHOUT_VALUE = List.of("/S", "/A", "/SCR", "/W", "/M", "/FOV");

    static Optional<ArmLoadLine> of(List<String> arguments) {
        if (arguments.size() < 2 || arguments.get(0).startsWith("/")) {
            return Optional.empty();
        }
        boolean service = false;
        int at = 1;
        while (at < arguments.size() && arguments.get(at).startsWith("/")) {
            String option = arguments.get(at).toUpperCase(Locale.ROOT);
            service |= option.equals("/S");
            if (WITH_VALUE.contains(option)) {
                at += 2;
            } else if (WITHOUT_VALUE.contains(option)) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        if (at >= arguments.size() || (service && at != arguments.size() - 1)) {
            return Optional.empty();
        }
        return Optional.of(new ArmLoadLine(arguments.get(0), arguments.get(at), !service));
    }
}
