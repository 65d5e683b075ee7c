package io.clp.testkit.internal.cluster;

import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.GroupOperationException;
import io.clp.failover.ClusterMember;
import io.clp.testkit.internal.fake.World;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;

/** A process's way into the cluster: it joins, and tries again at intervals where there is no contact, as a service of Windows would. */
final class Entering {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final World world;
    private final Node node;
    private final ClusterMember member;
    private final Timeline process;
    private boolean trying;
    private boolean joined;

    Entering(World world, Node node, ClusterMember member) {
        this.world = world;
        this.node = node;
        this.member = member;
        process = node.timeline();
    }

    /** Returns the first try. */
    Task<Boolean> begin() {
        trying = true;
        return process.fork("join", () -> {
            boolean done = attempt();
            if (!done) {
                Timer[] timer = new Timer[1];
                timer[0] = process.every(AGAIN, () -> again(timer[0]));
            }
            return done;
        });
    }

    private void again(Timer timer) {
        boolean now = world.change(() -> {
            boolean idle = !trying && !joined;
            trying |= idle;
            return idle;
        });
        if (now) {
            process.fork("join", this::attempt);
        } else if (world.change(() -> joined)) {
            timer.cancel();
        }
    }

    private boolean attempt() {
        boolean done;
        try {
            member.join();
            done = true;
        } catch (CallRefusedException e) {
            done = false;
            told(e);
        } catch (GroupOperationException e) {
            done = true; // it has joined, without what it could not clean up
            told(e);
        }
        boolean result = done;
        return world.change(() -> {
            trying = false;
            joined = result;
            return result;
        });
    }

    private void told(ClpException e) {
        world.change(() -> world.happened(node.id(), "member", "join: " + e.getMessage()));
    }
}
