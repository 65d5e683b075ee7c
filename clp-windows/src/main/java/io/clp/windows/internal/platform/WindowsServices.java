package io.clp.windows.internal.platform;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.OpenedProcess;
import io.clp.windows.internal.driver.OpenedService;
import io.clp.windows.internal.driver.ServiceCodes;
import io.clp.windows.internal.driver.ServiceFaults;
import io.clp.windows.internal.driver.ServiceManager.Opening;
import io.clp.windows.internal.driver.ServiceReport;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.ServiceApi;
import io.clp.windows.internal.win32.TerminationApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The Service Control Manager of this node. Thread-safe. */
public final class WindowsServices implements ServiceControl, AutoCloseable {
    private final ManagerConnection manager;
    private final TerminationApi processes;
    private final StateNotices notices;
    private final ServiceWatch watch;

    /**
     * Makes them over declarations.
     *
     * @param notices makes what tells of changes, of how a service is opened to be watched
     */
    WindowsServices(
            ServiceApi api,
            TerminationApi processes,
            Function<Function<String, Optional<OpenedService>>, StateNotices> notices,
            Timeline timeline) {
        manager = new ManagerConnection(api);
        this.processes = processes;
        this.notices = notices.apply(this::watched);
        watch = new ServiceWatch(this, this.notices, timeline);
    }

    /**
     * Returns the services of this node. Nothing is asked of Windows before it is used.
     *
     * @param timeline where its waits wait
     * @return closed with the platform
     * @throws UnsatisfiedLinkError this is not Windows
     */
    public static WindowsServices open(Timeline timeline) {
        return new WindowsServices(
                Natives.load("advapi32", ServiceApi.class),
                Natives.load("kernel32", TerminationApi.class),
                open -> new NoticeThread(Natives.load("kernel32", ProcessApi.class), open, timeline),
                timeline);
    }

    @Override
    public ServiceStatus query(String service) {
        return look(service, ServiceApi.SERVICE_QUERY_STATUS, "query of service ", WindowsServices::status)
                .orElseGet(ServiceStatus::notInstalled);
    }

    @Override
    public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        return watch.awaitChange(service, seen, limit);
    }

    @Override
    public ActResult start(String service) {
        return act(service, ServiceApi.SERVICE_START, OpenedService::start, ServiceCodes::start);
    }

    @Override
    public ActResult stop(String service) {
        return act(
                service,
                ServiceApi.SERVICE_STOP,
                OpenedService::stop,
                code -> ServiceCodes.stop(code, ServiceState.STOPPED));
    }

    @Override
    public List<String> runningDependents(String service) {
        return look(
                        service,
                        ServiceApi.SERVICE_ENUMERATE_DEPENDENTS,
                        "list of what depends on ",
                        OpenedService::runningDependents)
                .orElseGet(List::of);
    }

    @Override
    public ActResult terminate(String service, long processId) {
        return act(
                service, ServiceApi.SERVICE_QUERY_STATUS, opened -> terminate(opened, processId), ServiceCodes::change);
    }

    @Override
    public Optional<ServiceConfiguration> configuration(String service) {
        return look(
                service,
                ServiceApi.SERVICE_QUERY_CONFIG,
                "query of how it is set up, service ",
                OpenedService::configuration);
    }

    @Override
    public ActResult changeStartType(String service, ServiceStartType type) {
        return act(
                service,
                ServiceApi.SERVICE_CHANGE_CONFIG,
                opened -> opened.changeStartType(type),
                ServiceCodes::change);
    }

    /** Gives back what is held of the Service Control Manager. */
    @Override
    public void close() {
        notices.close();
        manager.close();
    }

    /** Opens a service to look at it again and again; empty where there is none. */
    Optional<OpenedService> watched(String service) {
        Opening opening = manager.open(service, ServiceApi.SERVICE_QUERY_STATUS);
        OpenedService opened = opening.service();
        if (opened == null && !ServiceCodes.absent(opening.code())) {
            throw ServiceFaults.of("query of service " + service, "OpenService", opening.code());
        }
        return Optional.ofNullable(opened);
    }

    static ServiceStatus status(OpenedService service) {
        return service.report().status();
    }

    private ActResult terminate(OpenedService service, long processId) {
        ServiceReport report = service.report();
        if (!livesIn(report, processId)) {
            return elsewhere();
        } else if (report.inSystemProcess()) {
            return ActResult.of(Kind.REFUSED, WindowsErrors.ACCESS_DENIED);
        }
        OpenedProcess.Opening opening = OpenedProcess.open(processes, processId);
        OpenedProcess opened = opening.process();
        if (opened == null) {
            return opening.failure();
        }
        try (opened) {
            // From here on the id cannot pass to another process: if the service still has it, this is its process.
            return livesIn(service.report(), processId) ? opened.terminate() : elsewhere();
        }
    }

    private static boolean livesIn(ServiceReport report, long processId) {
        return processId > 0 && report.status().processId() == processId;
    }

    private static ActResult elsewhere() {
        return ActResult.of(Kind.ALREADY, WindowsErrors.SERVICE_NOT_ACTIVE);
    }

    private ActResult act(
            String service, int rights, Function<OpenedService, ActResult> act, IntFunction<ActResult> failure) {
        Opening opening = manager.open(service, rights);
        OpenedService opened = opening.service();
        if (opened == null) {
            return failure.apply(opening.code());
        }
        try (opened) {
            return act.apply(opened);
        }
    }

    private <T> Optional<T> look(String service, int rights, String attempted, Function<OpenedService, T> look) {
        Opening opening = manager.open(service, rights);
        OpenedService opened = opening.service();
        if (opened == null) {
            if (ServiceCodes.absent(opening.code())) {
                return Optional.empty();
            }
            throw ServiceFaults.of(attempted + service, "OpenService", opening.code());
        }
        try (opened) {
            return Optional.of(look.apply(opened));
        }
    }
}
