package io.clp.examples;

import io.clp.GroupController;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.windows.WindowsPlatform;
import java.util.Set;

/** Two-way standby on a real node without a member: a second group on the node that has the first costs it its services for a moment. */
public final class TwoWayOnWindows {
    private TwoWayOnWindows() {}

    public static void main(String[] arguments) {
        long epoch = Long.parseLong(arguments[0]); // one more than the last owner's
        try (WindowsPlatform platform = WindowsPlatform.open();
                GroupController node = GroupController.builder(platform)
                        .groups(TwoWayStandby.SALES, TwoWayStandby.HR)
                        .build()) {
            node.stopUnowned(Set.of(TwoWayStandby.SALES.id())); // what other groups left behind, before anything else
            StartReport report = node.start(TwoWayStandby.SALES, StartCause.START, epoch);
            for (ServiceInterrupted other : report.interruptions()) {
                System.out.println(
                        other.interrupted() + " was without " + other.service() + " for " + other.duration());
            }
        } // closing ends supervision and leaves the group online
    }
}
