package io.clp.testkit.internal.fake;

import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.MessageBroadcast;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.OperationEnded;
import io.clp.OperationFailed;
import io.clp.ResourceChanged;
import java.util.function.Supplier;

/** Events as lines of a trace, the same in each run: not every event's own text is. */
final class Events {
    private Events() {}

    /** Returns the line of an event, made when it is asked for; at once where what it tells may change: an exception's message does. */
    static Supplier<String> line(GroupEvent event) {
        if (event instanceof OperationFailed) {
            String line = describe(event);
            return () -> line;
        }
        return () -> describe(event);
    }

    private static String describe(GroupEvent event) {
        String what = "";
        if (event instanceof GroupChanged changed) {
            what = changed.from() + " -> " + changed.to() + " (" + changed.cause() + ")";
        } else if (event instanceof ResourceChanged changed) {
            what = changed.resource() + " " + changed.from() + " -> " + changed.to();
        } else if (event instanceof OperationEnded ended) {
            what = ended.resource() + " " + ended.operation().kind() + " attempt "
                    + ended.operation().attempt() + " ended: "
                    + ended.operation().outcome();
        } else if (event instanceof OperationFailed failed) {
            what = failed.resource() + " failed: " + failed.outcome() + ", "
                    + failed.error().getMessage();
        } else if (event instanceof MessageBroadcast broadcast) {
            what = broadcast.resource() + " broadcasts " + broadcast.key();
        } else if (event instanceof MoveEnded ended) {
            MoveReport report = ended.report();
            what = report.kind() + " from " + report.from() + " to " + report.to() + " ended: " + report.outcome()
                    + ", down for " + report.downtime();
        }
        return what + (event.epoch() == 0 ? "" : ", epoch " + event.epoch());
    }
}
