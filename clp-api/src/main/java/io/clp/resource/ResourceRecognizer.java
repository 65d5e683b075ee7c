package io.clp.resource;

import io.clp.FailoverGroup;
import java.util.List;
import java.util.Optional;

/**
 * Recognises in a resource of an existing cluster something that this library has a resource of its own for: in scripts that start W3SVC,
 * say, IIS. Found by {@link java.util.ServiceLoader} or given to the reader of a configuration; what it offers is taken only on request.
 *
 * <p>It reads no script: it is told what the scripts run, as an interpreter found it. Called from any thread. An implementation has no
 * state.
 */
@FunctionalInterface
public interface ResourceRecognizer {
    /**
     * Looks at a resource.
     *
     * @param group the group as it was read
     * @param resource one of its resources; what it uses of the node says which service it is
     * @param scripts what its scripts run; empty for a resource without scripts, and where they cannot be read
     * @return what could stand in its place; empty where it is not recognised for certain
     */
    Optional<Offer> recognize(FailoverGroup group, Resource resource, Optional<Scripts> scripts);

    /**
     * The scripts of a resource.
     *
     * @param start the one that starts
     * @param stop the one that stops
     */
    record Scripts(Script start, Script stop) {}

    /**
     * What a script runs. A command is a list of words: the program's file name, lower case, without folder and without {@code .exe}, then
     * its arguments without quotes, as they are written.
     *
     * @param runs what it ran in each situation, every command successful and no variable set but those of the situation
     * @param otherwise its commands that ran in none of these, as they are written: those of a branch that asks for something else,
     *     for an exit code say
     * @param doubts why it may run something else in the same situations, in words: what was not understood in it, and what else it
     *     asks for; none where it is certain
     */
    record Script(List<Run> runs, List<List<String>> otherwise, List<String> doubts) {
        /**
         * Keeps copies.
         *
         * @param runs what it ran in each situation
         * @param otherwise its commands that ran in none of these
         * @param doubts why it may run something else in the same situations
         */
        public Script {
            runs = List.copyOf(runs);
            otherwise = otherwise.stream().map(List::copyOf).toList();
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * What a script ran in a situation.
     *
     * @param event what {@code CLP_EVENT} was: START, FAILOVER, RECOVER, or empty where there is no cluster
     * @param disk what {@code CLP_DISK} was: SUCCESS or FAILURE
     * @param server what {@code CLP_SERVER} was: HOME or OTHER
     * @param commands the commands in order
     */
    record Run(String event, String disk, String server, List<List<String>> commands) {
        /**
         * Keeps copies.
         *
         * @param event what {@code CLP_EVENT} was
         * @param disk what {@code CLP_DISK} was
         * @param server what {@code CLP_SERVER} was
         * @param commands the commands in order
         */
        public Run {
            commands = commands.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A resource that could stand in the place of another one.
     *
     * @param what what was recognised, in words: "IIS in one-way standby, by ARMLOAD"
     * @param resource the resource, with the id of the one that it stands for
     * @param java an expression that builds the same, with whole names of types, over several lines or not
     */
    record Offer(String what, Resource resource, String java) {}
}
