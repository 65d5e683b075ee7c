package io.clp.testkit.internal.fault;

import io.clp.platform.ActResult;
import io.clp.platform.Platform;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.Fault;
import io.clp.testkit.FaultKind;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The services of a platform with faults. The wrong answer is that there is no such service. */
final class FaultyServices implements ServiceControl {
    private final Platform platform;
    private final Faults faults;

    FaultyServices(Platform platform, Faults faults) {
        this.platform = platform;
        this.faults = faults;
    }

    @Override
    public ServiceStatus query(String service) {
        return faults.look(SpiMethod.SERVICE_QUERY, ServiceStatus.notInstalled(), () -> platform.services()
                .query(service));
    }

    @Override
    public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        Fault fault = faults.take(SpiMethod.SERVICE_AWAIT_CHANGE);
        if (fault != null) {
            if (fault.kind() == FaultKind.WRONG) {
                return ServiceStatus.notInstalled();
            }
            faults.beforeOrInterrupted(SpiMethod.SERVICE_AWAIT_CHANGE, fault);
        }
        return platform.services().awaitChange(service, seen, limit);
    }

    @Override
    public ActResult start(String service) {
        return faults.act(SpiMethod.SERVICE_START, () -> platform.services().start(service));
    }

    @Override
    public ActResult stop(String service) {
        return faults.act(SpiMethod.SERVICE_STOP, () -> platform.services().stop(service));
    }

    @Override
    public List<String> runningDependents(String service) {
        return faults.look(SpiMethod.SERVICE_DEPENDENTS, List.of(), () -> platform.services()
                .runningDependents(service));
    }

    @Override
    public ActResult terminate(String service, long processId) {
        return faults.act(SpiMethod.SERVICE_TERMINATE, () -> platform.services().terminate(service, processId));
    }

    @Override
    public Optional<ServiceConfiguration> configuration(String service) {
        return faults.look(SpiMethod.SERVICE_CONFIGURATION, Optional.empty(), () -> platform.services()
                .configuration(service));
    }

    @Override
    public ActResult changeStartType(String service, ServiceStartType type) {
        return faults.act(
                SpiMethod.SERVICE_CHANGE_START_TYPE, () -> platform.services().changeStartType(service, type));
    }
}
