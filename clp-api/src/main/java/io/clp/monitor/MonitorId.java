package io.clp.monitor;

import io.clp.internal.definition.Names;

/**
 * The name of a monitor, unique in its group.
 *
 * @param value 1 to 64 letters, digits, '-', '_' or '.', the first a letter or digit
 */
public record MonitorId(String value) {
    /**
     * Checks the name.
     *
     * @param value the name
     * @throws io.clp.DefinitionException it is not one
     */
    public MonitorId {
        Names.requireId("monitor", value);
    }

    /**
     * Returns a name.
     *
     * @param value the name
     * @return the checked name
     * @throws io.clp.DefinitionException it is not one
     */
    public static MonitorId of(String value) {
        return new MonitorId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
