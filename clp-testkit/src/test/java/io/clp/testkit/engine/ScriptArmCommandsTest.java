package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeThing;
import io.clp.platform.Platform;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ArmCommands;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException.Retry;
import io.clp.resource.ResourceState;
import io.clp.resource.ScriptException;
import io.clp.resource.ScriptResource;
import io.clp.testkit.FakePlatform;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Scripts whose ARMLOAD, ARMKILL, ARMBCAST and ARMLOG this library serves. */
class ScriptArmCommandsTest {
    private static Scripts provided(UnaryOperator<ScriptResource.Builder> definition) {
        Scripts scripts = Scripts.of(it -> definition.apply(it.armCommands(ArmCommands.PROVIDED)));
        scripts.start(call -> call.armLoad("WWWService", "W3SVC"));
        scripts.stop(call -> call.armKill("wwwservice"));
        return scripts;
    }

    private static ServiceState w3svc(Scripts scripts) {
        return scripts.lab.platform.services().state("W3SVC");
    }

    @Test
    void whatStartLoadsIsWatchedByTheNodeAndStopEndsIt() {
        try (Scripts scripts = provided(it -> it)) {
            var report = scripts.lab.start(scripts.web);
            assertThat(Scripts.log(report, Kind.ONLINE)).contains("ARMLOAD WWWService /S /A W3SVC");
            assertThat(scripts.lab.platform.watches().watches()).isEmpty();
            scripts.lab.platform.service("W3SVC").crash();
            scripts.lab.platform.settle();
            assertThat(w3svc(scripts)).as("started again by the node's watch").isEqualTo(ServiceState.RUNNING);

            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void whatIsLoadedShowsWhetherTheScriptIsOnline() throws Exception {
        try (Scripts scripts = provided(it -> it)) {
            scripts.lab.start(scripts.web);
            assertThat(scripts.probe()).isEqualTo(Probe.online());
            scripts.lab.platform.services().stop("W3SVC"); // by hand: no watch starts it again
            scripts.lab.platform.settle();
            assertThat(scripts.probe()).isEqualTo(Probe.failed("service W3SVC, loaded as WWWService, is STOPPED"));
        }
    }

    @Test
    void aWatchThatFailsIsAFailureOfTheScriptThatNamesItsService() {
        try (Scripts scripts = provided(it -> it.uses(NodeThing.service("W3SVC")))) {
            scripts.lab.start(scripts.web);
            for (int i = 0; i < 4; i++) {
                scripts.lab.platform.service("W3SVC").crash();
                scripts.lab.platform.settle();
            }
            assertThat(scripts.lab.state(scripts.web, "script")).isEqualTo(ResourceState.ONLINE_FAILURE);
        }
    }

    /** As the guide's STOP.BAT does with a failed disk, where it jumps to a label that is not there. */
    @Test
    void aStopThatLeavesLoadedWhatStartLoadedHasFailed() throws Exception {
        try (Scripts scripts = provided(ScriptResource.Builder::anyStopReturn)) {
            scripts.lab.start(scripts.web);
            scripts.stop(call -> 1);
            assertThat(scripts.lab.stopFails(scripts.web).report().failures())
                    .extracting(it -> it.error().getMessage())
                    .anyMatch(it -> it.contains("after stop.bat, service W3SVC, loaded as WWWService, is RUNNING"));
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(scripts.volume().mounted()).isTrue();

            scripts.stop(call -> call.armKill("WWWService"));
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.STOPPED);
        }
    }

    /** Two-way standby: the other group goes on with the service. */
    @Test
    void aStopMayLoadAgainForAnotherGroup() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.stop(call -> {
                int code = call.armKill("WWWService");
                return code + call.armLoad("WWWService", "W3SVC");
            });
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.RUNNING);
        }
    }

    @Test
    void whatAnotherProcessLoadedCannotBeKilledAndIsNotTakenForStopped() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.restartProcess();
            for (int i = 0; i < 2; i++) {
                assertThat(scripts.lab.stopFails(scripts.web).report().failures())
                        .extracting(it -> it.error().getMessage())
                        .anyMatch(it -> it.contains("what only an earlier process can have loaded: wwwservice"));
                assertThat(scripts.lab.state(scripts.web, "script")).isEqualTo(ResourceState.UNKNOWN);
                assertThat(scripts.volume().mounted()).isTrue();
            }
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.RUNNING);

            assertThat(scripts.lab.start(scripts.web).outcome())
                    .as("loads it again")
                    .isEqualTo(Outcome.DONE);
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void aServiceThatDoesNotStopIsNotTakenForStopped() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.platform.service("W3SVC").hangOnStop();
            scripts.stop(call -> {
                assertThat(call.armKill("WWWService")).isEqualTo(1);
                return 0;
            });
            scripts.lab.stopFails(scripts.web);
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(scripts.volume().mounted()).isTrue();

            scripts.lab.platform.service("W3SVC").release();
            scripts.stop(call -> call.armKill("WWWService"));
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void aServiceWhoseLoadWasNotSeenToEndIsStoppedAllTheSame() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.lab.platform.service("W3SVC").hangOnStart();
            scripts.lab.startFails(scripts.web);
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE_FAILURE);

            scripts.lab.platform.service("W3SVC").release();
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void aLoadThatFailsIsAnExitCodeAndTheScriptGoesOn() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.start(call -> {
                assertThat(call.armLoad("X", "NoSuchService")).isEqualTo(1);
                assertThat(call.armLoad("NEC_1", "W3SVC")).isEqualTo(1);
                return call.armLoad("WWWService", "W3SVC");
            });
            var log = Scripts.log(scripts.lab.start(scripts.web), Kind.ONLINE);
            assertThat(log).anyMatch(it -> it.startsWith("ARMLOAD X /S /A NoSuchService: "));
            assertThat(log).anyMatch(it -> it.startsWith("start.bat: ") && it.contains("NoSuchService"));
        }
    }

    @Test
    void aBroadcastIsAnEventWithTheScriptsOwnText() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.start(call -> {
                call.armBcast("IIS を起動します");
                return call.armLog("net start W3SVC");
            });
            var report = scripts.lab.start(scripts.web);
            assertThat(scripts.lab.heard(MessageBroadcast.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.text(Locale.JAPANESE)).isEqualTo("IIS を起動します"));
            assertThat(Scripts.log(report, Kind.ONLINE)).contains("ARMLOG net start W3SVC");
        }
    }

    @Test
    void whatIsOnlyToldThatTheNodeIsBackLoadsAndKillsNothing() {
        try (Scripts scripts = provided(it -> it)) {
            scripts.start(call -> {
                assertThat(call.armLoad("WWWService", "W3SVC")).isEqualTo(1);
                assertThat(call.armKill("WWWService")).isEqualTo(1);
                return 0;
            });
            scripts.lab.node.recover(scripts.web);
            assertThat(scripts.ran).containsExactly("START.BAT RECOVER FAILURE");
            assertThat(w3svc(scripts)).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void whatIsInstalledOnTheMachineIsNoneOfTheNodesWatches() throws Exception {
        try (Scripts scripts = provided(it -> it.armCommands(ArmCommands.INSTALLED))) {
            scripts.lab.start(scripts.web);
            assertThat(scripts.lab.platform.watches().watches()).containsKey("WWWService");
            scripts.lab.platform.services().stop("W3SVC");
            scripts.lab.platform.settle();
            assertThat(scripts.probe()).isEqualTo(Probe.online());
        }
    }

    @Test
    void withoutThemAScriptThatNeedsThemIsNotRun() {
        FailoverGroup group = Lab.group(
                "web",
                ScriptResource.builder("script")
                        .directory("C:\\s")
                        .armCommands(ArmCommands.PROVIDED)
                        .build());
        try (FakePlatform machine = FakePlatform.builder("SV1").build();
                GroupController node = GroupController.builder(withoutArm(machine))
                        .groups(group)
                        .build()) {
            machine.commands().when("start.bat", call -> 0);
            machine.commands().when("stop.bat", call -> 0);
            ScriptException error = Scripts.errorOf(
                    catchThrowableOfType(GroupOperationException.class, () -> node.start(group, StartCause.START)));
            assertThat(error.windowsCode()).hasValue(WindowsErrors.NOT_SUPPORTED);
            assertThat(error).hasMessageContaining("serves no ARMLOAD");
            assertThat(error.retry()).isEqualTo(Retry.USELESS);
            assertThat(error.advice()).contains("INSTALLED");
            assertThat(machine.commands().calls("start.bat")).isEmpty();
        }
    }

    /** Returns a platform that runs commands and knows nothing of scripts. */
    private static Platform withoutArm(FakePlatform machine) {
        CommandRunner commands =
                (command, environment, limit) -> machine.commands().run(command, environment, limit);
        return (Platform) Proxy.newProxyInstance(
                Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("commands") ? commands : method.invoke(machine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
