package io.clp.iis.internal;

import io.clp.NodeRank;
import io.clp.StartCause;
import io.clp.iis.IisMessages;

/** Which message is broadcast before the first command. */
public final class Announcement {
    private Announcement() {}

    /** Returns the key of the message that says that IIS starts. */
    public static String starting(StartCause cause, NodeRank rank) {
        if (cause == StartCause.FAILOVER) {
            return rank == NodeRank.HOME
                    ? IisMessages.STARTING_HOME_AFTER_FAILOVER
                    : IisMessages.STARTING_OTHER_AFTER_FAILOVER;
        }
        return rank == NodeRank.HOME ? IisMessages.STARTING_HOME : IisMessages.STARTING_OTHER;
    }

    /** Returns the key of the message that says that IIS stops; the cause is that of the start before. */
    public static String stopping(StartCause cause, NodeRank rank) {
        if (cause == StartCause.FAILOVER) {
            return rank == NodeRank.HOME
                    ? IisMessages.STOPPING_HOME_AFTER_FAILOVER
                    : IisMessages.STOPPING_OTHER_AFTER_FAILOVER;
        }
        return rank == NodeRank.HOME ? IisMessages.STOPPING_HOME : IisMessages.STOPPING_OTHER;
    }
}
