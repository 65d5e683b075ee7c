package io.clp.testkit.contract;

import io.clp.failover.Coordination;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * What an implementation of {@link Coordination} brings so that {@link CoordinationContract} can test it: sessions of several nodes with
 * one register that is empty at first, and ways to disturb them. Each test has a fixture of its own and closes it.
 *
 * <p>What a fixture does not override it lacks, and so it does with what it names in {@link #lacks}: the tests that need it are aborted,
 * with its name, and so never pass. Called by one thread, {@link #session} and {@link #timeline} excepted.
 */
public abstract class CoordinationFixture implements AutoCloseable {
    /** Makes a fixture. */
    protected CoordinationFixture() {}

    /** What an implementation may do without. */
    public enum Ability {
        /** {@link Coordination#session}. */
        SESSION,
        /** {@link Coordination#publish} and {@link Coordination#published}. */
        PUBLISHED,
        /** {@link Coordination#offer} and {@link Coordination#offering}. */
        OFFERS,
        /** {@link Coordination#redirect}. */
        REDIRECT,
        /** {@link Coordination#remember} and {@link Coordination#recall}. */
        MEMO
    }

    /**
     * Returns an exception that aborts a test.
     *
     * @param what what the coordination or its fixture lacks, in words
     * @return the exception
     */
    public static TestAbortedException lacking(String what) {
        return new TestAbortedException("the coordination under test lacks: " + what);
    }

    /**
     * Returns what the implementation does without.
     *
     * @return nothing by default
     */
    public Set<Ability> lacks() {
        return Set.of();
    }

    /**
     * Returns a node's session, and opens it where the node has none or {@linkplain #end ended} it.
     *
     * @param node the node's name
     * @return the same object until the session is ended
     */
    public abstract Coordination session(String node);

    /**
     * Returns what the sessions wait on; tests fork on it what they do at once.
     *
     * @return always the same one
     */
    public abstract Timeline timeline();

    /**
     * Lets a time pass.
     *
     * @param time how much
     */
    public abstract void pass(Duration time);

    /**
     * Returns how long a test waits for what must happen at last: longer than a session and than a return after it.
     *
     * @return positive; one minute by default
     */
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    /**
     * Ends a node's process without a word. Its session ends when its time has passed.
     *
     * @param node the node's name
     */
    public void end(String node) {
        throw lacking("a way to end a node's process");
    }

    /**
     * Lets nothing pass between a node and the register.
     *
     * @param node the node's name
     */
    public void cutOff(String node) {
        throw lacking("a way to cut a node off");
    }

    /**
     * Lets what a node asks reach the register, and no answer reach the node.
     *
     * @param node the node's name
     */
    public void cutAnswers(String node) {
        throw lacking("a way to cut off the answers to a node");
    }

    /**
     * Delivers the next request of a node twice; the node is told either answer.
     *
     * @param node the node's name
     */
    public void doubleNext(String node) {
        throw lacking("a way to deliver a request twice");
    }

    /**
     * Ends {@link #cutOff} and {@link #cutAnswers}.
     *
     * @param node the node's name
     */
    public void reconnect(String node) {
        throw lacking("a way to connect a node again");
    }

    /**
     * Stops a node's process for a while, as a suspended virtual machine or a long collection of garbage does: meanwhile it neither beats
     * nor acts. Returns when the process goes on.
     *
     * @param node the node's name
     * @param time how long
     */
    public void standStill(String node, Duration time) {
        throw lacking("a way to stop a node's process for a while");
    }

    /** Ends all sessions and takes away what was made. */
    @Override
    public abstract void close();
}
