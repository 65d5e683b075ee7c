package io.clp.internal.service;

import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;
import io.clp.resource.ServiceHandle;
import java.util.List;
import java.util.Objects;

/** A Windows service as one operation uses it: every method ends by the limit. Thread-safe; asks nothing when it is made. */
public final class ServiceOperations implements ServiceHandle {
    private final String name;
    private final ServiceControl control;
    private final WaitLimit limit;

    /**
     * Makes the handle.
     *
     * @param name the short name
     * @param control the Service Control Manager, as the operation may use it
     * @param limit until when its methods may wait
     */
    public ServiceOperations(String name, ServiceControl control, WaitLimit limit) {
        this.name = Objects.requireNonNull(name, "name");
        this.control = Objects.requireNonNull(control, "control");
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceState state() {
        return control.query(name).state();
    }

    @Override
    public void start() throws InterruptedException {
        new ServiceRun(name, control, limit).run(ServiceGoal.START);
    }

    @Override
    public List<String> stop() throws InterruptedException {
        return new ServiceRun(name, control, limit).run(ServiceGoal.STOP);
    }

    @Override
    public void terminate() throws InterruptedException {
        new ServiceRun(name, control, limit).run(ServiceGoal.TERMINATE);
    }
}
