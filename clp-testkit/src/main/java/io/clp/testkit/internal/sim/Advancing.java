package io.clp.testkit.internal.sim;

/** The test moves the clock on to a time. */
final class Advancing implements Goal {
    private final Agenda agenda;
    private final long untilNanos;

    Advancing(Agenda agenda, long untilNanos) {
        this.agenda = agenda;
        this.untilNanos = untilNanos;
    }

    @Override
    public boolean goOn() {
        Alarm next = agenda.alarms.first();
        if (next != null && next.atNanos <= untilNanos) {
            return true;
        }
        agenda.moveTo(untilNanos);
        return false;
    }
}
