package io.clp.config.internal.read;

import io.clp.FailoverGroup;
import io.clp.config.internal.model.GroupSpec;
import io.clp.config.internal.model.MemberSpec;
import io.clp.config.internal.model.MonitorSpec;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ResourcePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts groups together from what was read of them. */
final class Assembly {
    private final Notes notes;
    private final AttributeReader attributes;
    private final Map<GroupFrame, List<MonitorSpec>> monitors;

    Assembly(Notes notes, Map<String, GroupFrame> groups, Map<GroupFrame, List<MonitorSpec>> monitors) {
        this.notes = notes;
        attributes = new AttributeReader(notes, groups);
        this.monitors = monitors;
    }

    /**
     * A group, and what it was built of.
     *
     * @param frame what was read of it
     * @param spec what it was built of
     * @param group the group
     */
    record Built(GroupFrame frame, GroupSpec spec, FailoverGroup group) {}

    /** Returns the group; empty where it is left out, or has a problem, which is noted. */
    Optional<Built> build(GroupFrame frame) {
        int before = notes.problemCount();
        List<MemberSpec> members = members(frame); // which say what the group's policy is to be
        FailoverPolicy failover = attributes.failover(frame);
        PlacementPolicy placement = attributes.placement(frame);
        boolean autoStart = attributes.autoStart(frame);
        type(frame);
        if (frame.broken() || notes.problemCount() > before) {
            return Optional.empty();
        }
        if (members.isEmpty()) {
            notes.leftOut(frame.element(), "it has no resource that this library has");
            return Optional.empty();
        }
        GroupSpec spec = new GroupSpec(
                frame.id(),
                frame.nodes(),
                members,
                monitors.getOrDefault(frame, List.of()),
                failover,
                placement,
                autoStart);
        List<FailoverGroup> built = new ArrayList<>();
        if (!notes.check(frame.element(), () -> built.add(spec.build()))) {
            return Optional.empty();
        }
        if (frame.id().equals(frame.name())) {
            notes.kept(frame.element(), "");
        } else {
            notes.differs(frame.element(), "its id here is " + frame.id());
        }
        return Optional.of(new Built(frame, spec, built.get(0)));
    }

    private List<MemberSpec> members(GroupFrame frame) {
        RecoveryReader recovery = new RecoveryReader(notes);
        DependencyReader dependencies = new DependencyReader(notes, frame);
        List<MemberSpec> members = new ArrayList<>();
        boolean clear = dependencies.check();
        for (Member member : frame.members()) {
            member.spec().ifPresent(spec -> {
                ResourcePolicy policy = recovery.policy(member, frame.recovery());
                members.add(new MemberSpec(spec, clear ? dependencies.of(member) : null, policy));
            });
        }
        return members;
    }

    private void type(GroupFrame frame) {
        frame.element().find("type").ifPresent(it -> {
            if (it.text().isEmpty() || it.text().equals("failover")) {
                notes.kept(it);
            } else {
                notes.differs(it, "a group like any other here");
            }
        });
    }
}
