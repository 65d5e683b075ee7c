package io.clp.config.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A command that starts or stops something.
 *
 * @param line where it is
 * @param starts whether it starts; it stops otherwise
 * @param how the program, "armload", "armkill", "net", "sc" or "iisreset"
 * @param watchId the watch id, empty where there is none
 * @param service the service's short name as it is written, empty where the command names none; {@link #IIS} for all of IIS
 * @param text the command
 * @param index which command of its run it is, -1 where it was only read
 */
record Act(int line, boolean starts, String how, String watchId, String service, String text, int index) {
    static final String IIS = "iis";

    private static final Set<String> WITH_VALUE = Set.of("/R", "/H", "/WAIT", "/INT", "/T");
    private static final Map<String, String> DISPLAY_NAMES = Map.of(
            "world wide web publishing service", "W3SVC",
            "ftp publishing service", "MSFTPSVC",
            "microsoft ftp service", "ftpsvc",
            "iis admin service", "IISADMIN",
            "simple mail transfer protocol (smtp)", "SMTPSVC",
            "network news transfer protocol (nntp)", "NNTPSVC");

    /** What a command starts and stops; a restart does both, and so does an application that is waited for. */
    static List<Act> of(int line, String program, List<String> arguments, String text, int index) {
        return switch (program) {
            case "armload" -> load(line, arguments, text, index);
            case "armkill" ->
                arguments.isEmpty()
                        ? List.of()
                        : List.of(new Act(line, false, program, arguments.get(0), "", text, index));
            case "net", "net1" -> net(line, arguments, text, index);
            case "sc" -> control(line, arguments, text, index);
            case "iisreset" -> reset(line, arguments, text, index);
            default -> List.of();
        };
    }

    private static List<Act> load(int line, List<String> arguments, String text, int index) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        boolean isService = arguments.stream().anyMatch(it -> it.equalsIgnoreCase("/S"));
        String service = "";
        for (int i = 1; i < arguments.size() && isService; i++) {
            String each = arguments.get(i);
            if (WITH_VALUE.contains(each.toUpperCase(Locale.ROOT))) {
                i++;
            } else if (!each.startsWith("/")) {
                service = each;
            }
        }
        Act start = new Act(line, true, "armload", arguments.get(0), shortName(service), text, index);
        boolean waits = !isService && arguments.stream().anyMatch(it -> it.equalsIgnoreCase("/W"));
        return waits ? List.of(start, new Act(line, false, "armload", start.watchId, "", text, index)) : List.of(start);
    }

    private static List<Act> net(int line, List<String> arguments, String text, int index) {
        if (arguments.size() < 2) {
            return List.of();
        }
        boolean starts = arguments.get(0).equalsIgnoreCase("start");
        if (!starts && !arguments.get(0).equalsIgnoreCase("stop")) {
            return List.of();
        }
        for (String each : arguments.subList(1, arguments.size())) {
            if (!each.startsWith("/")) {
                return List.of(new Act(line, starts, "net", "", shortName(each), text, index));
            }
        }
        return List.of();
    }

    private static List<Act> control(int line, List<String> arguments, String text, int index) {
        if (arguments.stream().anyMatch(it -> it.startsWith("\\\\")) || arguments.size() < 2) {
            return List.of(); // another machine
        }
        boolean starts = arguments.get(0).equalsIgnoreCase("start");
        boolean stops = arguments.get(0).equalsIgnoreCase("stop");
        return starts || stops ? List.of(new Act(line, starts, "sc", "", arguments.get(1), text, index)) : List.of();
    }

    private static List<Act> reset(int line, List<String> arguments, String text, int index) {
        Set<String> words = Set.copyOf(arguments.stream()
                .map(it -> it.replace('-', '/').toUpperCase(Locale.ROOT))
                .toList());
        List<Act> acts = new ArrayList<>();
        boolean other = words.contains("/STATUS") || words.contains("/ENABLE") || words.contains("/DISABLE");
        if (!words.contains("/START") && !other) {
            acts.add(new Act(line, false, "iisreset", "", IIS, text, index));
        }
        if (!words.contains("/STOP") && !other) {
            acts.add(new Act(line, true, "iisreset", "", IIS, text, index));
        }
        return acts;
    }

    private static String shortName(String name) {
        return DISPLAY_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    boolean isService(String name) {
        return service.equalsIgnoreCase(name);
    }

    /** What it starts or stops, for people. */
    String what() {
        if (service.equals(IIS)) {
            return "IIS";
        }
        return service.isEmpty() ? "what " + watchId + " watches" : service;
    }
}
