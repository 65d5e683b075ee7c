package io.clp.internal.watch;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The Service Control Manager as a restart may use it: it starts nothing once the watch was ended, or supervision suspended. */
final class EndableControl implements ServiceControl {
    private final ServiceControl services;
    private final BooleanSupplier lives;

    EndableControl(ServiceControl services, BooleanSupplier lives) {
        this.services = services;
        this.lives = lives;
    }

    @Override
    public ActResult start(String service) {
        if (!lives.getAsBoolean()) {
            throw new CancellationException(
                    "the watch of service " + service + " was ended, or supervision is suspended");
        }
        return services.start(service);
    }

    @Override
    public ServiceStatus query(String service) {
        return services.query(service);
    }

    @Override
    public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        return services.awaitChange(service, seen, limit);
    }

    @Override
    public ActResult stop(String service) {
        return services.stop(service);
    }

    @Override
    public List<String> runningDependents(String service) {
        return services.runningDependents(service);
    }

    @Override
    public ActResult terminate(String service, long processId) {
        return services.terminate(service, processId);
    }

    @Override
    public Optional<ServiceConfiguration> configuration(String service) {
        return services.configuration(service);
    }

    @Override
    public ActResult changeStartType(String service, ServiceStartType type) {
        return services.changeStartType(service, type);
    }
}
