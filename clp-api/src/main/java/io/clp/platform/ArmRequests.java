package io.clp.platform;

/**
 * What a script that runs may ask of this node: ARMLOAD, ARMKILL, ARMBCAST and ARMLOG. Whoever runs the script answers; the programs of
 * these names only carry request and answer. What their arguments mean is in {@link ArmCommandLine}. Thread-safe.
 *
 * <p>An answer is what the program prints and its exit code: 0 where it was done, 1 where it was not. Nothing is thrown for what cannot be
 * done, because a script goes on after a program that failed.
 */
public interface ArmRequests {
    /**
     * Does what {@code ARMLOAD} does: starts a service, or adopts one that runs, and watches it.
     *
     * @param load which service under which id, and how it is watched
     * @return the answer
     * @throws InterruptedException the script was ended
     */
    CommandResult load(ArmLoad load) throws InterruptedException;

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

    /**
     * Is told of an option that was accepted and changes nothing, before the request that has it.
     *
     * @param option the program, the option, and its value where it has one: {@code ARMKILL /T 0}
     */
    void hasNoEffect(String option);
}
