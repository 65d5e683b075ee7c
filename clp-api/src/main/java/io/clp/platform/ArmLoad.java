package io.clp.platform;

import java.util.OptionalInt;

/**
 * What {@code ARMLOAD watchId /S [/A] [/R restarts [/H hours]] service} asks for.
 *
 * @param watchId the id by which the watch is ended
 * @param service the service's short name
 * @param adoptsRunning whether a service that runs already is watched ({@code /A}); without it such a load fails
 * @param restarts how often the service is started again ({@code /R}), 1 to 9; empty where nothing is said
 * @param resetAfterHours after how many hours the count returns to 0 ({@code /H}), 1 to 24; never where it is empty
 */
public record ArmLoad(
        String watchId, String service, boolean adoptsRunning, OptionalInt restarts, OptionalInt resetAfterHours) {
    /**
     * Returns what {@code ARMLOAD watchId /S /A service} asks for.
     *
     * @param watchId the id by which the watch is ended
     * @param service the service's short name
     * @return a load that adopts a service that runs
     */
    public static ArmLoad adopting(String watchId, String service) {
        return new ArmLoad(watchId, service, true, OptionalInt.empty(), OptionalInt.empty());
    }

    /** {@return the line of a script that asks for it} */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("ARMLOAD ").append(watchId).append(" /S");
        if (adoptsRunning) {
            line.append(" /A");
        }
        restarts.ifPresent(it -> line.append(" /R ").append(it));
        resetAfterHours.ifPresent(it -> line.append(" /H ").append(it));
        return line.append(' ').append(service).toString();
    }
}
