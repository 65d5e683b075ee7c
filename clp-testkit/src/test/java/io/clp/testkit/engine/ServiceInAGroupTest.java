package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceResource;
import io.clp.resource.ServiceTimeoutException;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeService;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Windows service in a group, with what can go wrong with it. */
class ServiceInAGroupTest {
    private final FailoverGroup mail =
            Lab.group("mail", ServiceResource.builder("post").service("Postman").build());
    private final Lab lab = Lab.of(mail);
    private final FakeService postman = lab.platform.service("Postman");

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void waitsUntilTheServiceRunsAndUntilItHasStopped() {
        postman.startTakes(Duration.ofSeconds(4)).stopTakes(Duration.ofSeconds(7));
        assertThat(lab.start(mail).duration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(lab.stop(mail).duration()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void adoptsAServiceThatRunsAlready() {
        lab.platform.services().start("Postman");
        lab.platform.settle();
        assertThat(lab.start(mail).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(postman.acts()).hasSize(1);
    }

    @Test
    void saysThatAServiceIsDisabled() {
        postman.failStart(WindowsErrors.SERVICE_DISABLED);
        Failure failure = lab.startFails(mail).report().failures().get(0);
        assertThat(failure.error()).isInstanceOfSatisfying(ResourceException.class, it -> {
            assertThat(it.windowsCode()).hasValue(1058);
            assertThat(it.windowsName()).contains("SERVICE_DISABLED");
            assertThat(it.retry()).isEqualTo(ResourceException.Retry.USELESS);
            assertThat(it.advice()).contains("start type");
        });
        assertThat(lab.state(mail)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void saysThatAServiceIsMissingAndTakesItForOffline() {
        try (Lab other = Lab.on(FakePlatform.builder("SV1").build(), mail)) {
            assertThat(other.startFails(mail).report().failures().get(0).error().windowsCode())
                    .hasValue(WindowsErrors.SERVICE_DOES_NOT_EXIST);
            assertThat(other.state(mail)).isEqualTo(GroupState.OFFLINE);
            assertThat(other.stop(mail).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    void tellsAStartThatHangsInTheServiceFromOneThatHangsInTheCall() {
        postman.hangOnStart();
        Failure failure = lab.startFails(mail).report().failures().get(0);
        assertThat(failure.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failure.error()).isInstanceOfSatisfying(ServiceTimeoutException.class, it -> {
            assertThat(it.service()).isEqualTo("Postman");
            assertThat(it.processId()).isPresent();
            assertThat(it.tried()).isNotEmpty();
        });
        assertThat(lab.state(mail)).isEqualTo(GroupState.OFFLINE_FAILURE); // it can still come up
        assertThat(lab.state(mail, "post")).isEqualTo(ResourceState.UNKNOWN);

        postman.release();
        lab.platform.settle();
        assertThat(lab.state(mail, "post")).isNotEqualTo(ResourceState.ONLINE);
        assertThat(lab.stop(mail).outcome()).isNotEqualTo(Outcome.FAILED);
        assertThat(lab.platform.services().state("Postman")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void saysThatAServiceEndedWhileItStarted() {
        postman.startTakes(Duration.ofSeconds(5));
        lab.platform.timeline().after(Duration.ofSeconds(2), postman::crash);
        Failure failure = lab.startFails(mail).report().failures().get(0);
        assertThat(failure.error()).hasMessageContaining("stopped while it was starting");
        assertThat(failure.error().windowsCode()).hasValue(WindowsErrors.PROCESS_ABORTED);
        assertThat(lab.state(mail)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void stopsFirstWhatDependsOnTheService() {
        lab.platform.install("Filter").dependsOn("Postman");
        lab.start(mail);
        lab.platform.services().start("Filter");
        lab.platform.settle();
        assertThat(lab.stop(mail).operations())
                .filteredOn(it -> it.kind() == Operation.Kind.OFFLINE)
                .flatExtracting(Operation::log)
                .containsExactly("service Postman stopped, with it [Filter]");
        assertThat(lab.platform.acts().stream()
                        .filter(it -> it.what().startsWith("stop"))
                        .map(it -> it.subject()))
                .contains("service Filter")
                .last()
                .isEqualTo("service Postman");
    }

    @Test
    void asksAgainWhereTheDatabaseIsLocked() {
        postman.refuse(WindowsErrors.SERVICE_DATABASE_LOCKED);
        assertThat(lab.start(mail).outcome()).isEqualTo(Outcome.DONE);
        assertThat(postman.acts()).hasSize(2);
    }

    @Test
    void refusesARunningServiceThatIsNotToBeTakenOver() {
        FailoverGroup strict = Lab.group(
                "strict",
                ServiceResource.builder("post")
                        .service("Postman")
                        .failIfRunning()
                        .build());
        Lab other = Lab.on(lab.platform, strict);
        assertThat(other.start(strict).outcome()).isEqualTo(Outcome.DONE);
        other.stop(strict);
        lab.platform.services().start("Postman");
        lab.platform.settle();
        assertThat(other.startFails(strict)).hasMessageContaining("runs already");
    }
}
