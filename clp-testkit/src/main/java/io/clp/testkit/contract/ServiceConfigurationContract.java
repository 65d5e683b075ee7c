package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules of {@link ServiceControl} on how a service is set up. */
public abstract class ServiceConfigurationContract extends ContractSuite {
    private static final Duration SHORT = Duration.ofMillis(50);

    /** Makes the suite. */
    protected ServiceConfigurationContract() {}

    private ServiceControl services() {
        return fixed().platform().services();
    }

    @Test
    void aServiceTellsHowItIsSetUp() {
        String base = fixed().service(SHORT, SHORT);
        String other = fixed().service(SHORT, SHORT);
        String service = fixed().serviceThatNeeds(base, other);
        ServiceConfiguration found = configuration(service.toUpperCase(Locale.ROOT));
        assertThat(found.displayName()).isNotEmpty();
        assertThat(found.startType()).isEqualTo(ServiceStartType.MANUAL);
        assertThat(found.dependencies()).containsExactlyInAnyOrder(base, other);
        assertThat(configuration(base).dependencies()).isEmpty();
        assertThat(configuration(fixed().disabledService()).startType()).isEqualTo(ServiceStartType.DISABLED);
    }

    @Test
    void aServiceThatLivesWithOthersIsSetUpSo() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        started(service);
        assertThat(configuration(fixed().serviceInProcessOf(service)).sharesProcess())
                .isTrue();
    }

    @Test
    void theStartTypeCanBeChanged() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        ServiceConfiguration before = configuration(service);
        assertThat(services().changeStartType(service, ServiceStartType.AUTOMATIC))
                .isEqualTo(ActResult.done());
        assertThat(configuration(service).startType()).isEqualTo(ServiceStartType.AUTOMATIC);
        assertThat(services().changeStartType(service.toUpperCase(Locale.ROOT), ServiceStartType.DISABLED))
                .isEqualTo(ActResult.done());
        assertThat(configuration(service).startType()).isEqualTo(ServiceStartType.DISABLED);
        assertThat(services().start(service)).isEqualTo(refused(WindowsErrors.SERVICE_DISABLED));
        assertThat(services().changeStartType(service, ServiceStartType.MANUAL)).isEqualTo(ActResult.done());
        assertThat(services().changeStartType(service, ServiceStartType.MANUAL)).isEqualTo(ActResult.done());
        assertThat(configuration(service)).isEqualTo(before);
        started(service);
    }

    @Test
    void aDisabledServiceThatRunsGoesOn() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        ServiceStatus running = started(service);
        assertThat(services().changeStartType(service, ServiceStartType.DISABLED))
                .isEqualTo(ActResult.done());
        assertThat(services().query(service)).isEqualTo(running);
        assertThat(services().stop(service)).isEqualTo(ActResult.done());
        eventually(service + " is stopped", () -> services().query(service).state() == ServiceState.STOPPED);
        assertThat(services().start(service)).isEqualTo(refused(WindowsErrors.SERVICE_DISABLED));
    }

    @Test
    void aStartTypeOfDriversIsRefused() {
        String service = fixed().service(SHORT, SHORT);
        assertThat(services().changeStartType(service, ServiceStartType.BOOT))
                .isEqualTo(refused(WindowsErrors.INVALID_PARAMETER));
        assertThat(services().changeStartType(service, ServiceStartType.SYSTEM))
                .isEqualTo(refused(WindowsErrors.INVALID_PARAMETER));
        assertThat(configuration(service).startType()).isEqualTo(ServiceStartType.MANUAL);
    }

    private ServiceStatus started(String service) throws InterruptedException {
        assertThat(services().start(service)).isEqualTo(ActResult.done());
        eventually(service + " runs", () -> services().query(service).state() == ServiceState.RUNNING);
        return services().query(service);
    }

    private ServiceConfiguration configuration(String service) {
        return services().configuration(service).orElseThrow();
    }

    private static ActResult refused(int windowsCode) {
        return ActResult.of(Kind.REFUSED, windowsCode);
    }
}
