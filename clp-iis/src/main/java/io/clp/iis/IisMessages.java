package io.clp.iis;

/**
 * The keys of the messages that {@link IisResource} broadcasts, each a line of the guide's scripts. Their texts are in English and,
 * to the byte of the guide, in Japanese.
 */
public final class IisMessages {
    /** The switchable partition could not be connected: IIS was not touched. */
    public static final String PARTITION_NOT_CONNECTED = "iis.partition-not-connected";
    /** Asked to go online outside a cluster: nothing was done. */
    public static final String CLUSTER_NOT_RUNNING = "iis.cluster-not-running";
    /** Asked to go offline outside a cluster: nothing was done. */
    public static final String CLUSTER_NOT_RUNNING_AT_STOP = "iis.cluster-not-running-at-stop";
    /** Starting on the first node of the group. */
    public static final String STARTING_HOME = "iis.starting.home";
    /** Starting on another node than the first. */
    public static final String STARTING_OTHER = "iis.starting.other";
    /** Starting on the first node of the group after a failover. */
    public static final String STARTING_HOME_AFTER_FAILOVER = "iis.starting.home.after-failover";
    /** Starting on another node than the first after a failover. */
    public static final String STARTING_OTHER_AFTER_FAILOVER = "iis.starting.other.after-failover";
    /** Stopping on the first node of the group. */
    public static final String STOPPING_HOME = "iis.stopping.home";
    /** Stopping on another node than the first. */
    public static final String STOPPING_OTHER = "iis.stopping.other";
    /** Stopping on the first node of a group that was started by a failover. */
    public static final String STOPPING_HOME_AFTER_FAILOVER = "iis.stopping.home.after-failover";
    /** Stopping on another node than the first, of a group that was started by a failover. */
    public static final String STOPPING_OTHER_AFTER_FAILOVER = "iis.stopping.other.after-failover";

    private IisMessages() {}
}
