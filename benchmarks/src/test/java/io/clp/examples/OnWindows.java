package io.clp.examples;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.windows.WindowsPlatform;
import java.util.Set;

/** The same definition on a real node without a member: which node may start it is decided by hand, or by the product around it. */
public final class OnWindows {
    private OnWindows() {}

    public static void main(String[] arguments) {
        FailoverGroup web = OneWayStandby.web();
        long epoch = Long.parseLong(arguments[0]); // one more than the last owner's
        try (WindowsPlatform platform = WindowsPlatform.open();
                GroupController node =
                        GroupController.builder(platform).groups(web).build()) {
            node.stopUnowned(Set.of(web.id())); // what other groups left behind, before anything else
            StartReport report = node.start(web, StartCause.START, epoch);
            System.out.println(report);
        } // closing ends supervision and leaves the group online
    }
}
