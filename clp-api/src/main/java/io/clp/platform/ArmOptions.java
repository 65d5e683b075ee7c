package io.clp.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The options that a program knows; each begins with a slash, and some are followed by a value. */
final class ArmOptions {
    private final Map<String, Option> options;

    /** An option: what its value must be, where it has one. */
    private record Option(Optional<Predicate<String>> value, boolean effect) {}

    private ArmOptions(Map<String, Option> options) {
        this.options = options;
    }

    static ArmOptions none() {
        return new ArmOptions(Map.of());
    }

    ArmOptions known(String... names) {
        return with(new Option(Optional.empty(), true), names);
    }

    ArmOptions withValue(String... names) {
        return with(new Option(Optional.of(ArmOptions::any), true), names);
    }

    ArmOptions withNumber(String name, int least, int most) {
        return with(new Option(Optional.of(between(least, most)), true), name);
    }

    ArmOptions withoutEffect(String... names) {
        return with(new Option(Optional.empty(), false), names);
    }

    ArmOptions withoutEffect(String name, int least, int most) {
        return with(new Option(Optional.of(between(least, most)), false), name);
    }

    ArmOptions withoutEffectAndWithValue(String... names) {
        return with(new Option(Optional.of(ArmOptions::any), false), names);
    }

    private ArmOptions with(Option option, String... names) {
        Map<String, Option> all = new HashMap<>(options);
        for (String name : names) {
            all.put(name, option);
        }
        return new ArmOptions(Map.copyOf(all));
    }

    private static boolean any(String value) {
        return true;
    }

    private static Predicate<String> between(int least, int most) {
        return value ->
                value.matches("[0-9]{1,5}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    /** Reads the options before the first argument that is none; empty where one is not known or has not the value that it must. */
    Optional<Read> read(List<String> arguments) {
        Read read = new Read(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("/")) {
            String name = arguments.get(at).toUpperCase(Locale.ROOT);
            Option option = options.get(name);
            boolean hasValue = option != null && option.value().isPresent();
            String value = hasValue && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
            if (option == null
                    || (hasValue
                            && (at + 1 == arguments.size()
                                    || !option.value().get().test(value)))) {
                return Optional.empty();
            }
            read.values().put(name, value);
            if (!option.effect()) {
                read.idle().add(hasValue ? name + " " + value : name);
            }
            at += hasValue ? 2 : 1;
        }
        read.rest().addAll(arguments.subList(at, arguments.size()));
        return Optional.of(read);
    }

    /**
     * What was read.
     *
     * @param values by name, empty where an option has none
     * @param idle those without effect
     * @param rest what follows the options
     */
    record Read(Map<String, String> values, List<String> idle, List<String> rest) {
        boolean has(String name) {
            return values.containsKey(name);
        }

        String value(String name) {
            return values.getOrDefault(name, "");
        }

        OptionalInt number(String name) {
            return has(name) ? OptionalInt.of(Integer.parseInt(value(name))) : OptionalInt.empty();
        }

        List<String> withoutEffect(String program) {
            return idle.stream().map(it -> program + " " + it).toList();
        }
    }
}
