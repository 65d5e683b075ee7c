package io.clp.config.internal.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the scripts. Immutable.
 *
 * @param newFtp whether IIS is 7.5 or later, null where that is not known
 * @param twoWay whether the standby is two-way
 * @param dependents the services that need a service; its name regards no case
 */
public record Facts(@Nullable Boolean newFtp, boolean twoWay, Map<String, List<String>> dependents) {
    /** Nothing is known. */
    public static final Facts NONE = new Facts(null, false, Map.of());

    /**
     * Adds the version of IIS.
     *
     * @param majorMinor one or two numbers
     * @return a copy
     */
    public Facts withIis(String majorMinor) {
        String[] numbers = majorMinor.split("\\.", -1);
        int major = Integer.parseInt(numbers[0]);
        int minor = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
        return new Facts(major > 7 || (major == 7 && minor >= 5), twoWay, dependents);
    }

    /**
     * Adds the kind of standby.
     *
     * @param isTwoWay whether it is two-way
     * @return a copy
     */
    public Facts withTwoWay(boolean isTwoWay) {
        return new Facts(newFtp, isTwoWay, dependents);
    }

    /**
     * Adds dependents.
     *
     * @param service what they need
     * @param names their names
     * @return a copy
     */
    public Facts withDependents(String service, Collection<String> names) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(dependents);
        copy.put(service, List.copyOf(names));
        return new Facts(newFtp, twoWay, Collections.unmodifiableMap(copy));
    }

    boolean hasNewFtp() {
        return newFtp != null && newFtp;
    }
}
