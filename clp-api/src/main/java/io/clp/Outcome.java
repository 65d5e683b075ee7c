package io.clp;

/** How an operation, or a call on a group, ended. */
public enum Outcome {
    /** It did what was asked. */
    DONE,
    /** What was asked was so already. */
    NOTHING_TO_DO,
    /** It was not begun; nothing has changed. */
    REFUSED,
    /** It was tried and certainly did not succeed. */
    FAILED,
    /** It is not known whether it took effect: it did not end in time, or what it waited for did not. */
    INDETERMINATE
}
