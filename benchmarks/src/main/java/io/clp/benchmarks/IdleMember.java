package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.MemberAction;
import io.clp.internal.member.MemberCall;
import io.clp.internal.member.MemberCore;
import io.clp.internal.member.MemberInput;
import io.clp.internal.member.MemberInput.Recorded;
import io.clp.internal.member.MemberSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The core of a member in a cluster of four in which nothing is left to do: every group is online, a quarter of them on this node. What
 * coordination and controller would answer is answered here, always anew, as they would.
 */
final class IdleMember {
    private static final List<String> NODES = List.of("SV1", "SV2", "SV3", "SV4");
    private static final NodeId ME = NodeId.of("SV1");
    private static final long SECOND = 1_000_000_000L;
    private static final int MILLION = 1_000_000;

    private final MemberCore core = new MemberCore(new MemberSettings(ME, false, 30 * SECOND, 0, 6 * SECOND));
    private final List<Held> records = new ArrayList<>();
    private long now;

    /** Who has a group, and what is kept beside its claim. */
    private record Held(String node, long epoch, String memo) {}

    /** Joins, claims and starts, until nothing is left to do. */
    IdleMember(int groups) {
        for (int g = 0; g < groups; g++) {
            FailoverGroup.Builder group = FailoverGroup.builder("g" + g);
            for (int n = 0; n < NODES.size(); n++) {
                group.nodes(NODES.get((g + n) % NODES.size()));
            }
            group.resource(new StepResource(ResourceId.of("app"), new Step(Duration.ZERO)));
            core.add(group.build(), false, SECOND);
            records.add(new Held(NODES.get(g % NODES.size()), 1, "wish=run\n"));
        }
        settle(contact());
        settle(new MemberInput.Asked(new MemberCall(1, MemberCall.Kind.JOIN, -1, null, null, SECOND)));
        settle(contact());
        now += 10 * SECOND; // until nobody is waited for any more
        settle(new MemberInput.Tick());
    }

    private void settle(MemberInput first) {
        Deque<MemberInput> inputs = new ArrayDeque<>(List.of(first));
        for (MemberInput next = inputs.poll(); next != null; next = inputs.poll()) {
            for (MemberAction action : take(next)) {
                answer(action, inputs);
            }
        }
    }

    private void answer(MemberAction action, Deque<MemberInput> inputs) {
        if (action instanceof MemberAction.Read) {
            inputs.add(read());
        } else if (action instanceof MemberAction.Claim claim) {
            Held again = records.get(claim.group());
            Held mine = new Held(again.node(), again.epoch() + 1, again.memo());
            records.set(claim.group(), mine);
            inputs.add(new MemberInput.Claimed(claim.group(), new Claim.Acquired(mine.epoch())));
        } else if (action instanceof MemberAction.Clean) {
            for (int g = 0; g < records.size(); g++) {
                inputs.add(new MemberInput.Became(g, GroupState.OFFLINE));
            }
            inputs.add(new MemberInput.Cleaned(null));
        } else if (action instanceof MemberAction.Start start) {
            inputs.add(new MemberInput.Became(start.group(), GroupState.ONLINE));
            inputs.add(new MemberInput.Ended(start.group(), start.work(), null, null, GroupState.ONLINE));
        }
    }

    /** Takes an input a millisecond after the one before. */
    List<MemberAction> take(MemberInput input) {
        now += MILLION;
        return core.take(input, now, now / MILLION);
    }

    /** Returns when the core wants to be woken. */
    long wakeAt() {
        return core.wakeAt();
    }

    /** Returns a look at the contact, which is as it was. */
    static MemberInput contact() {
        Set<NodeId> all = new LinkedHashSet<>();
        NODES.forEach(it -> all.add(NodeId.of(it)));
        return new MemberInput.Contact(Connection.CONNECTED, all, new LinkedHashSet<>(all));
    }

    /** Returns the records of all groups as a coordination would hand them out: as they were, and nothing of it the same object. */
    MemberInput read() {
        List<Recorded> all = new ArrayList<>(records.size());
        for (int g = 0; g < records.size(); g++) {
            Held held = records.get(g);
            all.add(new Recorded(
                    g,
                    new Claim.HeldBy(NodeId.of(held.node()), held.epoch()),
                    Optional.of(GroupState.ONLINE),
                    Optional.of(String.valueOf(held.memo().toCharArray()))));
        }
        return new MemberInput.Read(all);
    }
}
