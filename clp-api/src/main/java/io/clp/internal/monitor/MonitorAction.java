package io.clp.internal.monitor;

/** Something that the shell around the monitors does, in the order given. */
public sealed interface MonitorAction {
    /**
     * Probe.
     *
     * @param monitor by which monitor
     * @param token tells probes apart
     */
    record Run(int monitor, int token) implements MonitorAction {}

    /**
     * Interrupt a probe. It is waited for no more, and must still come back before the next one.
     *
     * @param monitor whose
     * @param token which
     */
    record Interrupt(int monitor, int token) implements MonitorAction {}

    /**
     * Tell a verdict.
     *
     * @param monitor whose
     * @param why what was found, in words
     */
    record Tell(int monitor, String why) implements MonitorAction {}

    /**
     * Begin or end sending a {@link MonitorInput.Beat} at an interval.
     *
     * @param intervalNanos the interval
     * @param on whether to begin
     */
    record BeatEvery(long intervalNanos, boolean on) implements MonitorAction {}

    /**
     * Send a wake at a moment, instead of any asked for before.
     *
     * @param at when; {@link Long#MAX_VALUE} for never
     */
    record WakeAt(long at) implements MonitorAction {}
}
