package io.clp.testkit.internal.sim;

import org.jspecify.annotations.Nullable;

/** The end of the time that a party waits at most. */
final class Wake extends Alarm {
    final Party party;

    Wake(Party party) {
        this.party = party;
    }

    @Override
    @Nullable
    Scope scope() {
        return party.scope;
    }

    @Override
    boolean periodic() {
        return false;
    }
}
