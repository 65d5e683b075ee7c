package io.clp.platform;

import java.util.List;

/**
 * How a service is set up on a node, as {@code QueryServiceConfig} gives it.
 *
 * @param displayName the name that people see
 * @param startType when Windows starts it; a delayed automatic start is automatic, too
 * @param sharesProcess whether it is set up to live in one process with others, which end with that process
 * @param dependencies the short names of the services it needs, the direct ones alone; load-order groups are left out
 */
public record ServiceConfiguration(
        String displayName, ServiceStartType startType, boolean sharesProcess, List<String> dependencies) {
    /**
     * Copies the dependencies.
     *
     * @param displayName the name that people see
     * @param startType when Windows starts it
     * @param sharesProcess whether it is set up to live in one process with others
     * @param dependencies the short names of the services it needs
     */
    public ServiceConfiguration {
        dependencies = List.copyOf(dependencies);
    }
}
