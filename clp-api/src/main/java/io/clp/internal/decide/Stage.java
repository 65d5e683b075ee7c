package io.clp.internal.decide;

/** What a group is about on its node. */
enum Stage {
    /** Nothing is under way. */
    IDLE,
    /** The truth is being found, dependencies first. */
    PROBING,
    /** Resources go online, dependencies first. */
    RISING,
    /** A start failed; the resources that waited for what failed are told. */
    TELLING,
    /** Resources go offline, dependents first. */
    FALLING,
    /** The stop or rollback was answered and not everything is offline; what is left is taken up again as it becomes possible. */
    FINISHING,
    /** Resources are told that the node came back. */
    RECOVERING
}
