package io.clp.config.internal.read;

import io.clp.config.internal.model.MonitorSpec.Schedule;
import io.clp.config.internal.read.Recovery.Last;
import io.clp.config.internal.read.Values.Figure;
import io.clp.config.internal.xml.Element;
import io.clp.resource.ResourcePolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what follows a resource that does not go online or offline: deadlines, retries, failovers, the final action. */
final class RecoveryReader {
    private static final int LONGEST = 86_400;
    private static final int MOST = 99;

    /** What needs longer than a script or a service may take by the product's own default. */
    private static final Duration SLOW = Duration.ofMinutes(30);

    private static final Set<String> SLOW_TYPES = Set.of("service", "script", "appli");

    private final Notes notes;
    private final Values values;

    RecoveryReader(Notes notes) {
        this.notes = notes;
        values = new Values(notes);
    }

    /** Returns the policy of a member, and adds what it asks for to its group. */
    ResourcePolicy policy(Member member, Recovery recovery) {
        Element element = member.found().element();
        ResourcePolicy base = ResourcePolicy.defaults();
        boolean slow = SLOW_TYPES.contains(member.found().type());
        ResourcePolicy.Builder builder = ResourcePolicy.builder()
                .online(deadline(element, "act/timeout", slow ? SLOW : base.onlineDeadline()), retries(element, "act"))
                .offline(
                        deadline(element, "deact/timeout", slow ? SLOW : base.offlineDeadline()),
                        retries(element, "deact"));
        Optional<Schedule> schedule = member.schedule();
        schedule.ifPresent(it -> builder.probe(it.timeout()).monitor(it.interval(), it.failures()));
        if (schedule.isEmpty()) {
            notes.differs(
                    element, "no monitor of the file says when it is looked at; here its own probe looks every 10 s");
        }
        failovers(element, recovery);
        values.number(element, "act/action", 0, 6).ifPresent(it -> startAction(it, recovery));
        values.number(element, "deact/action", 0, 6)
                .ifPresent(
                        it -> notes.leftOut(
                                it.at(),
                                "a stop that fails keeps the group here until the node is certainly off; nothing else is done"));
        return builder.build();
    }

    private Duration deadline(Element element, String path, Duration otherwise) {
        Optional<Figure> found = values.number(element, path, 1, LONGEST);
        found.ifPresent(it -> notes.kept(it.at(), "the deadline of one attempt"));
        return found.map(it -> Duration.ofSeconds(it.value())).orElse(otherwise);
    }

    private int retries(Element element, String operation) {
        Optional<Figure> found = values.number(element, operation + "/retry", 0, MOST);
        found.ifPresent(it -> notes.kept(it.at()));
        return found.map(Figure::value).orElse(0);
    }

    private void failovers(Element element, Recovery recovery) {
        values.number(element, "act/fo", 0, MOST).ifPresent(it -> failovers(it, recovery));
    }

    /** Notes a number of failovers, of a resource or of a monitor. */
    void failovers(Figure found, Recovery recovery) {
        recovery.failovers(found.value());
        notes.differs(
                found.at(),
                found.value() == 0
                        ? "no failover after this failure; here the group's count holds after every failure"
                        : "counted here for the whole group, within 6 h; the largest number of the group holds, at most its"
                                + " nodes less one");
    }

    private void startAction(Figure found, Recovery recovery) {
        switch (found.value()) {
            case 0 -> notes.differs(found.at(), "the next resource is not tried: a start that fails is rolled back");
            case 1 -> notes.kept(found.at(), "nothing more is done");
            case 2 -> last(found, Last.STOP_GROUP, recovery);
            default -> last(found, Last.STOP_MEMBER, recovery);
        }
    }

    /** Notes a final action of a monitor, whose numbers are others than those of a resource. */
    void monitorAction(Figure found, Recovery recovery) {
        switch (found.value()) {
            case 1 -> notes.kept(found.at(), "nothing more is done");
            case 2 -> last(found, Last.STOP_GROUP, recovery);
            default -> last(found, Last.STOP_MEMBER, recovery);
        }
    }

    private static final Map<Integer, String> MACHINE = Map.of(
            4, ", the machine is not shut down",
            5, ", the machine is not restarted",
            6, ", the machine is not stopped by an error");

    private void last(Figure found, Last action, Recovery recovery) {
        recovery.last(action);
        notes.differs(
                found.at(),
                (action == Last.STOP_GROUP ? "the group is stopped" : "the member leaves the cluster")
                        + MACHINE.getOrDefault(found.value(), "")
                        + "; this holds after every failure of the group");
    }
}
