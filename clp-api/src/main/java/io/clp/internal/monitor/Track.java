package io.clp.internal.monitor;

/** What is known of one monitor. Written only by the turn that copied it. */
final class Track {
    /** Where its probe stands. */
    enum Phase {
        /** There is none. */
        IDLE,
        /** It runs within its time. */
        RUNNING,
        /** It is waited for no more, and has not come back: no other begins. */
        ABANDONED
    }

    Phase phase = Phase.IDLE;
    int token;
    /** When the last probe began, or would have begun. */
    long begunAt;
    /** When the probe that runs is given up. */
    long until;
    /** Failed probes, and unknown ones, since a good one. */
    int failures;

    int unknowns;
    /** Whether the verdict was told. */
    boolean told;
    /** Whether what it watches was reported failed after the probe that runs began. */
    boolean doubted;

    /** Whether it looked when the turn before ended. */
    boolean looks;

    Track() {}

    Track(Track from) {
        phase = from.phase;
        token = from.token;
        begunAt = from.begunAt;
        until = from.until;
        failures = from.failures;
        unknowns = from.unknowns;
        told = from.told;
        doubted = from.doubted;
        looks = from.looks;
    }

    /** Returns whether something is wrong on which there is no verdict yet: detection is under way. */
    boolean suspicious() {
        return !told && failures + unknowns > 0;
    }

    void forget() {
        failures = 0;
        unknowns = 0;
        told = false;
        doubted = false;
    }
}
