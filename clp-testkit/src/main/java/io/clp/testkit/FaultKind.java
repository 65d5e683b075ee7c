package io.clp.testkit;

/** The ways in which a platform's answer can be bad. */
public enum FaultKind {
    /** Nothing is done, and the platform says that it will not do it. */
    REFUSED,
    /** Nothing is done, and the platform says: not now. */
    BUSY,
    /** Nothing is done, and the call throws. */
    THROWN,
    /** It is done, and the call throws all the same: the caller cannot know. */
    ANSWER_LOST,
    /** It is done, later. */
    DELAYED,
    /** The call does not return until it is released; then it is done. */
    HUNG,
    /** The platform answers what is not true, or that it does not know; an act is not done although the platform says so. */
    WRONG
}
