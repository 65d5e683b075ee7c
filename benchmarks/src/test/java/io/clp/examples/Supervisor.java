package io.clp.examples;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.Subscription;
import java.util.Locale;
import java.util.function.Consumer;

/** Starts a group and tells people what came of it. */
public final class Supervisor {
    private final GroupController node;
    private final Consumer<String> people;

    public Supervisor(GroupController node, Consumer<String> people) {
        this.node = node;
        this.people = people;
    }

    /** Returns whether another node may try. */
    public boolean start(FailoverGroup group) {
        try {
            StartReport report = node.start(group, StartCause.FAILOVER);
            people.accept(report.toString()); // a table: each operation, when, how long, the critical path
            report.interruptions()
                    .forEach(it ->
                            people.accept(it.interrupted() + " was without " + it.service() + " for " + it.duration()));
            return false;
        } catch (GroupOperationException failed) {
            for (Failure failure : failed.report().failures()) {
                people.accept(
                        failure.error().getMessage() + " Do: " + failure.error().advice());
            }
            return node.view(group).state() == GroupState.OFFLINE; // else something may still be running here
        }
    }

    public Subscription watch() {
        node.on(MessageBroadcast.class, it -> people.accept(it.text(Locale.JAPANESE)));
        return node.on(GroupChanged.class, it -> people.accept(it.group() + " is " + it.to() + ": " + it.cause()));
    }
}
