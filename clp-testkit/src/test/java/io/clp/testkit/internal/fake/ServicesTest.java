package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.Act;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeServices;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private final FakePlatform platform =
            FakePlatform.builder("SV1").install("W3SVC", "WAS", "ftpsvc").build();
    private final FakeServices services = platform.services();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void startsAndStopsInTheirTime() throws Exception {
        platform.service("W3SVC").startTakes(Duration.ofMillis(2500)).stopTakes(Duration.ofMillis(300));

        assertThat(services.start("w3svc")).isEqualTo(ActResult.done());
        ServiceStatus starting = services.query("W3SVC");
        assertThat(starting.state()).isEqualTo(ServiceState.START_PENDING);
        assertThat(starting.processId()).isPositive();
        platform.advance(Duration.ofMillis(1001));
        assertThat(services.query("W3SVC").checkpoint()).isEqualTo(1);
        platform.advance(Duration.ofMillis(1498));
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.START_PENDING);
        platform.advance(Duration.ofMillis(1));
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.RUNNING);

        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.done());
        ServiceStatus stopping = services.query("W3SVC");
        assertThat(services.awaitChange("W3SVC", stopping, Duration.ofMillis(299)))
                .isEqualTo(stopping);
        assertThat(services.awaitChange("W3SVC", stopping, Duration.ofMillis(5)))
                .isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 0, 0, 0));
    }

    @Test
    void answersAsTheScmDoes() {
        assertThat(services.start("nosuch").windowsCode()).isEqualTo(1060);
        assertThat(services.query("nosuch").state()).isEqualTo(ServiceState.NOT_INSTALLED);
        assertThat(services.query("W3SVC").exitCode()).isEqualTo(1077);
        assertThat(services.stop("W3SVC").windowsCode()).isEqualTo(1062);
        services.start("W3SVC");
        assertThat(services.start("W3SVC").windowsCode()).isEqualTo(1056);
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 1061));
        platform.settle();
        services.stop("W3SVC");
        assertThat(services.stop("W3SVC").windowsCode()).isEqualTo(1061);
        assertThat(services.start("W3SVC").windowsCode()).isEqualTo(1056);
    }

    @Test
    void startsDependenciesFirstAndStopsDependentsBefore() {
        platform.service("W3SVC").dependsOn("WAS");
        platform.install("AppWeb").dependsOn("W3SVC");
        services.start("AppWeb");
        platform.settle();

        assertThat(services.state("WAS")).isEqualTo(ServiceState.RUNNING);
        assertThat(services.state("AppWeb")).isEqualTo(ServiceState.RUNNING);
        assertThat(services.runningDependents("was")).containsExactly("AppWeb", "W3SVC");
        assertThat(services.stop("WAS")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 1051));
        assertThat(platform.trace().lines().filter(it -> it.endsWith("RUNNING")))
                .extracting(it -> it.replaceAll(".*service (\\w+):.*", "$1"))
                .containsExactly("WAS", "W3SVC", "AppWeb");
    }

    @Test
    void failsWhatDependsOnAServiceThatDoesNotStart() {
        platform.service("W3SVC").dependsOn("WAS");
        platform.service("WAS").failStart(1058);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.REFUSED, 1068));
        assertThat(services.query("W3SVC")).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 1068, 0, 0));

        platform.service("WAS").failStart(1066);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.done());
        platform.settle();
        assertThat(services.query("W3SVC")).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 1068, 0, 0));
    }

    @Test
    void anAutomaticServiceRunsFromBootOn() {
        platform.service("W3SVC").startType(ServiceStartType.AUTOMATIC).dependsOn("WAS");
        platform.powerOff();
        platform.boot();
        platform.settle();
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        assertThat(services.state("WAS")).isEqualTo(ServiceState.RUNNING);
        assertThat(services.state("ftpsvc")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aPausedServiceKeepsItsProcessAndCanBeStopped() {
        services.start("W3SVC");
        platform.settle();
        ServiceStatus running = services.query("W3SVC");
        platform.service("W3SVC").resume();
        assertThat(services.query("W3SVC")).isEqualTo(running);
        platform.service("W3SVC").pause();
        assertThat(services.query("W3SVC"))
                .isEqualTo(new ServiceStatus(ServiceState.PAUSED, running.processId(), 0, 0, 0));
        assertThat(services.start("W3SVC").windowsCode()).isEqualTo(1056);
        platform.service("W3SVC").resume();
        assertThat(services.query("W3SVC")).isEqualTo(running);
        platform.service("W3SVC").pause();
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.done());
        platform.settle();
        platform.service("W3SVC").pause();
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aServiceIsNoDriver() {
        assertThatThrownBy(() -> platform.service("W3SVC").startType(ServiceStartType.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SYSTEM");
    }

    @Test
    void refusesACircle() {
        platform.service("W3SVC").dependsOn("WAS");
        assertThatThrownBy(() -> platform.service("WAS").dependsOn("W3SVC"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failsAStartAtOnceOrLater() {
        platform.service("W3SVC").failStart(1069);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.REFUSED, 1069));
        assertThat(services.query("W3SVC").exitCode()).isEqualTo(1077);
        platform.service("W3SVC").failStart(1066);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.done());
        platform.settle();
        assertThat(services.query("W3SVC").exitCode()).isEqualTo(1066);
        assertThat(services.query("W3SVC").endedAbnormally()).isTrue();
        platform.service("W3SVC").failStart(0);
        services.start("W3SVC");
        platform.settle();
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void refusesTheNextActsInOrder() {
        platform.service("W3SVC").refuse(1055).refuse(5);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 1055));
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.REFUSED, 5));
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.done());
        assertThat(platform.service("W3SVC").acts())
                .extracting(Act::what)
                .containsExactly(
                        "start: BUSY (1055 ERROR_SERVICE_DATABASE_LOCKED)",
                        "start: REFUSED (5 ERROR_ACCESS_DENIED)",
                        "start: DONE");
    }

    @Test
    void hangsUntilReleasedWithoutProgress() {
        platform.service("W3SVC").hangOnStop();
        services.start("W3SVC");
        platform.settle();
        services.stop("W3SVC");
        platform.advance(Duration.ofHours(6));
        assertThat(services.query("W3SVC").checkpoint()).isZero();
        assertThat(services.state("W3SVC")).isEqualTo(ServiceState.STOP_PENDING);
        platform.service("W3SVC").release();
        assertThat(services.query("W3SVC")).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 0, 0, 0));
    }

    @Test
    void takesTheNeighboursOfAProcessWithIt() {
        platform.service("W3SVC").inProcessWith("WAS");
        services.start("W3SVC");
        services.start("WAS");
        services.start("ftpsvc");
        platform.settle();
        long process = services.query("W3SVC").processId();
        assertThat(services.query("WAS").processId()).isEqualTo(process);
        assertThat(services.terminate("W3SVC", process + 1)).isEqualTo(ActResult.of(ActResult.Kind.ALREADY, 1062));
        assertThat(services.terminate("W3SVC", process)).isEqualTo(ActResult.done());
        assertThat(services.query("WAS")).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 1067, 0, 0));
        assertThat(services.state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void wakesAWaiterWhenItCrashes() throws Exception {
        services.start("W3SVC");
        platform.settle();
        ServiceStatus running = services.query("W3SVC");
        platform.timeline()
                .after(Duration.ofSeconds(3), () -> platform.service("W3SVC").crash());
        ServiceStatus end = services.awaitChange("W3SVC", running, Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(end.exitCode()).isEqualTo(1067);
        assertThat(platform.service("W3SVC").acts()).hasSize(1);
    }

    @Test
    void namesTheServicesItHas() {
        assertThatThrownBy(() -> platform.service("w3scv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("W3SVC");
    }
}
