package io.clp.platform;

/**
 * What a script that runs may ask of this node: ARMLOAD, ARMKILL, ARMBCAST and ARMLOG. Whoever runs the script answers; the programs of
 * these names only carry request and answer. Thread-safe.
 *
 * <p>An answer is what the program prints and its exit code: 0 where it was done, 1 where it was not. Nothing is thrown for what cannot be
 * done, because a script goes on after a program that failed.
 */
public interface ArmRequests {
    /**
     * Does what {@code ARMLOAD watchId /S /A service} does: starts a service, or adopts one that runs, and watches it.
     *
     * @param watchId the id by which the watch is ended
     * @param service the service's short name
     * @return the answer
     * @throws InterruptedException the script was ended
     */
    CommandResult load(String watchId, String service) throws InterruptedException;

    /**
     * Does what {@code ARMKILL watchId} does: ends a watch and stops its service. Done too where nothing is watched under that id.
     *
     * @param watchId the id it was loaded under
     * @return the answer
     * @throws InterruptedException the script was ended
     */
    CommandResult kill(String watchId) throws InterruptedException;

    /**
     * Does what {@code ARMBCAST /MSG message /A} does: tells everybody.
     *
     * @param message the text
     * @return the answer
     */
    CommandResult broadcast(String message);

    /**
     * Does what {@code ARMLOG} does: writes a line to the log.
     *
     * @param line one line
     * @return the answer
     */
    CommandResult log(String line);
}
