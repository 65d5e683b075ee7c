package io.clp.windows;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceHandle;
import io.clp.resource.ServiceResource;
import java.time.Duration;

/** This machine as a node that runs one group. */
final class Node implements AutoCloseable {
    /** Long enough for what works and short enough for what hangs. */
    static final ResourcePolicy PATIENT = ResourcePolicy.builder()
            .online(Duration.ofSeconds(30), 0)
            .offline(Duration.ofSeconds(30), 0)
            .build();

    /** For what is expected to hang. */
    static final ResourcePolicy QUICK = ResourcePolicy.builder()
            .online(Duration.ofSeconds(3), 0)
            .offline(Duration.ofSeconds(3), 0)
            .probe(Duration.ofSeconds(2))
            .build();

    private final GroupController controller;
    private final FailoverGroup group;

    private Node(WindowsFixture machine, FailoverGroup group) {
        this.group = group;
        controller = GroupController.builder(machine.platform()).groups(group).build();
    }

    /** Returns the machine with a group of these resources. */
    static Node of(WindowsFixture machine, ResourcePolicy policy, Resource... resources) {
        return new Node(machine, group(machine, policy, resources));
    }

    /** Returns the machine with a group that has nothing but a service. */
    static Node ofService(WindowsFixture machine, ResourcePolicy policy, String service) {
        return of(
                machine,
                policy,
                ServiceResource.builder("service").service(service).build());
    }

    /** Returns a service as an operation of a resource sees it. */
    static ServiceHandle handle(WindowsFixture machine, String service) {
        return handle(machine, service, Duration.ofSeconds(30));
    }

    /** Returns a service as an operation with a deadline of its own sees it. */
    static ServiceHandle handle(WindowsFixture machine, String service, Duration limit) {
        Resource resource = ServiceResource.builder("service").service(service).build();
        return ResourceContext.builder(machine.platform(), group(machine, PATIENT, resource), "service")
                .startCause(StartCause.START)
                .limit(limit)
                .build()
                .service(service);
    }

    StartReport start() {
        return controller.start(group, StartCause.START);
    }

    StopReport stop() {
        return controller.stop(group, StopCause.GROUP_STOP);
    }

    GroupOperationException startFails() {
        return catchThrowableOfType(GroupOperationException.class, this::start);
    }

    GroupOperationException stopFails() {
        return catchThrowableOfType(GroupOperationException.class, this::stop);
    }

    GroupState state() {
        return controller.view(group).state();
    }

    @Override
    public void close() {
        controller.close();
    }

    private static FailoverGroup group(WindowsFixture machine, ResourcePolicy policy, Resource... resources) {
        FailoverGroup.Builder builder =
                FailoverGroup.builder("tested").nodes(machine.platform().info().computerName(), "elsewhere");
        for (Resource resource : resources) {
            builder.resource(resource, it -> it.policy(policy));
        }
        return builder.build();
    }
}
