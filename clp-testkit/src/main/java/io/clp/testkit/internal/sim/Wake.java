package io.clp.testkit.internal.sim;

/** The end of the time that a party waits at most. */
final class Wake extends Alarm {
    final Party party;

    Wake(Party party) {
        this.party = party;
    }

    @Override
    boolean periodic() {
        return false;
    }
}
