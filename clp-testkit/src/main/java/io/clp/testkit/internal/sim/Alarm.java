package io.clp.testkit.internal.sim;

import org.jspecify.annotations.Nullable;

/** Something that the clock will come to: an entry of {@link Alarms}. */
abstract sealed class Alarm permits Wake, SimTimer {
    static final int NOT_SET = -1;

    long atNanos;
    long order;
    int slot = NOT_SET;

    final boolean isSet() {
        return slot != NOT_SET;
    }

    /** Returns the part of the run that it belongs to; null where it is of the run itself. */
    abstract @Nullable Scope scope();

    /** Whether it comes again and again, and therefore never counts as pending work. */
    abstract boolean periodic();
}
