package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceState;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** One fake node with a controller, and what a listener heard of it. */
final class Lab implements AutoCloseable {
    static final Duration SECOND = Duration.ofSeconds(1);

    /** Ten seconds for going online and offline, two for a probe, no retry. */
    static final ResourcePolicy QUICK = ResourcePolicy.builder()
            .online(SECOND.multipliedBy(10), 0)
            .offline(SECOND.multipliedBy(10), 0)
            .probe(SECOND.multipliedBy(2))
            .build();

    final FakePlatform platform;
    final List<GroupEvent> events = Collections.synchronizedList(new ArrayList<>());
    GroupController node;
    private final FailoverGroup[] groups;

    private Lab(FakePlatform platform, UnaryOperator<GroupController.Builder> settings, FailoverGroup... groups) {
        this.platform = platform;
        this.groups = groups;
        node = settings.apply(GroupController.builder(platform).groups(groups).listener(events::add))
                .build();
    }

    static Lab of(FailoverGroup... groups) {
        return of(builder -> builder, groups);
    }

    static Lab of(UnaryOperator<GroupController.Builder> settings, FailoverGroup... groups) {
        return new Lab(FakePlatform.builder("SV1").provide(groups).build(), settings, groups);
    }

    static Lab on(FakePlatform platform, FailoverGroup... groups) {
        return new Lab(platform, builder -> builder, groups);
    }

    /** Returns a group of resources that do not depend on each other but by their tiers. */
    static FailoverGroup group(String id, Resource... resources) {
        return group(id, QUICK, resources);
    }

    static FailoverGroup group(String id, ResourcePolicy policy, Resource... resources) {
        FailoverGroup.Builder group = FailoverGroup.builder(id).nodes("SV1", "SV2");
        for (Resource resource : resources) {
            group.resource(resource, it -> it.policy(policy));
        }
        return group.build();
    }

    /** Returns a group of resources each of which depends on the one before it. */
    static FailoverGroup chain(String id, Resource... resources) {
        FailoverGroup.Builder group = FailoverGroup.builder(id).nodes("SV1", "SV2");
        for (int i = 0; i < resources.length; i++) {
            String[] before =
                    i == 0 ? new String[0] : new String[] {resources[i - 1].id().value()};
            group.resource(resources[i], it -> it.policy(QUICK).dependsOn(before));
        }
        return group.build();
    }

    StartReport start(FailoverGroup group) {
        return node.start(group, StartCause.START);
    }

    StopReport stop(FailoverGroup group) {
        return node.stop(group, StopCause.GROUP_STOP);
    }

    GroupOperationException startFails(FailoverGroup group) {
        return catchThrowableOfType(GroupOperationException.class, () -> start(group));
    }

    GroupOperationException stopFails(FailoverGroup group) {
        return catchThrowableOfType(GroupOperationException.class, () -> stop(group));
    }

    GroupState state(FailoverGroup group) {
        return node.view(group).state();
    }

    ResourceState state(FailoverGroup group, String resource) {
        return node.view(group).resource(resource);
    }

    /** Ends the process and begins another one, which knows nothing. */
    void restartProcess() {
        platform.killProcess();
        newController();
    }

    void newController() {
        node = GroupController.builder(platform)
                .groups(groups)
                .listener(events::add)
                .build();
    }

    Duration now() {
        return Duration.ofNanos(platform.timeline().nanos());
    }

    /** Returns how long something takes in virtual time, whatever comes of it. */
    Duration took(Callable<?> work) {
        Duration before = now();
        try {
            Object ignored = work.call();
        } catch (Exception e) {
            // the test looks at the time only
        }
        return now().minus(before);
    }

    <E extends GroupEvent> List<E> heard(Class<E> type) {
        platform.settle();
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
