package io.clp.testkit.internal.sim;

/** Something that the clock will come to: an entry of {@link Alarms}. */
abstract sealed class Alarm permits Wake, SimTimer {
    static final int NOT_SET = -1;

    long atNanos;
    long order;
    int slot = NOT_SET;

    final boolean isSet() {
        return slot != NOT_SET;
    }

    /** Whether it comes again and again, and therefore never counts as pending work. */
    abstract boolean periodic();
}
