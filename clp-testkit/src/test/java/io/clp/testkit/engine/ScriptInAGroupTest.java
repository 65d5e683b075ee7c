package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.platform.CommandResult.End;
import io.clp.platform.WindowsErrors;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException.Retry;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import io.clp.resource.ScriptException;
import io.clp.resource.ScriptResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** START.BAT and STOP.BAT in a group: when they run, what they see, and what comes of how they end. */
class ScriptInAGroupTest {
    @Test
    void startRunsOneAndStopTheOther() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran).containsExactly("START.BAT START SUCCESS", "STOP.BAT START SUCCESS GROUPSTOP");
        }
    }

    @Test
    void aStartOfWhatRunsAndAStopOfWhatStoppedRunNothing() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            scripts.lab.start(scripts.web);
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            scripts.lab.stop(scripts.web);
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(scripts.ran).hasSize(2);
        }
    }

    @Test
    void aScriptSeesItsNamesAndTheUsersVariablesAndNothingElse() {
        try (Scripts scripts = Scripts.of(it -> it.environment(Map.of("SITE", "sales & 営業", "CLP_PATH", "C:\\CLP")))) {
            scripts.lab.start(scripts.web);
            assertThat(scripts.commands().calls("start.bat")).singleElement().satisfies(call -> {
                assertThat(call.command()).last().isEqualTo(Scripts.FOLDER + "\\start.bat");
                assertThat(call.environment())
                        .containsOnly(
                                entry("CLP_EVENT", "START"),
                                entry("CLP_DISK", "SUCCESS"),
                                entry("CLP_SERVER", "HOME"),
                                entry("CLP_GROUPNAME", "web"),
                                entry("CLP_RESOURCENAME", "script"),
                                entry("CLP_SCRIPT_PATH", Scripts.FOLDER + "\\"),
                                entry("CLP_PATH", "C:\\CLP"),
                                entry("SITE", "sales & 営業"));
            });
        }
    }

    @Test
    void aStopSeesTheEventOfTheStartBeforeAndItsOwnFactor() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.node.start(scripts.web, StartCause.FAILOVER);
            scripts.lab.node.stop(scripts.web, StopCause.GROUP_MOVE);
            assertThat(scripts.ran)
                    .containsExactly("START.BAT FAILOVER SUCCESS", "STOP.BAT FAILOVER SUCCESS GROUPMOVE");
        }
    }

    @Test
    void aRestartIsAStopForThatReasonAndAStart() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.node.restart(scripts.web, ResourceId.of("script"));
            assertThat(scripts.ran)
                    .containsExactly(
                            "START.BAT START SUCCESS",
                            "STOP.BAT START SUCCESS RESOURCERESTART",
                            "START.BAT START SUCCESS");
        }
    }

    @Test
    void otherFilesAreRunWhereTheyAreNamed() {
        try (Scripts scripts = Scripts.of(it -> it.start("up.cmd").stop("down.cmd"))) {
            scripts.commands().when("up.cmd", call -> 0);
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void anExitCodeThatIsNotTheNormalOneFailsTheStartAndIsStopped() {
        try (Scripts scripts = Scripts.of(it -> it.startNormalReturn(0))) {
            scripts.start(call -> {
                call.prints("license expired");
                return 3;
            });
            GroupOperationException failed = scripts.lab.startFails(scripts.web);
            ScriptException error = Scripts.errorOf(failed);
            assertThat(error)
                    .hasMessageContaining(Scripts.FOLDER + "\\start.bat")
                    .hasMessageContaining("exit code 3");
            assertThat(error.script()).isEqualTo(Scripts.FOLDER + "\\start.bat");
            assertThat(error.result().output()).contains("license expired");
            assertThat(error.indeterminate()).isFalse();
            assertThat(scripts.ran).last().isEqualTo("STOP.BAT START SUCCESS GROUPFAILOVER");
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void anExitCodeOtherThanZeroCanBeTheNormalOne() {
        try (Scripts scripts = Scripts.of(it -> it.startNormalReturn(-1).stopNormalReturn(259))) {
            scripts.start(call -> -1).stop(call -> 259);
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void everyExitCodeWillDoWhereNoneIsSaidToBeNormal() {
        try (Scripts scripts = Scripts.of(it -> it.startNormalReturn(0).anyStartReturn())) {
            scripts.start(call -> 1).stop(call -> 9009);
            StartReport started = scripts.lab.start(scripts.web);
            assertThat(Scripts.log(started, Kind.ONLINE)).contains("start.bat: exit code 1");
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void aStopThatFailedKeepsThePartitionUntilOneSucceeds() {
        try (Scripts scripts = Scripts.of(it -> it.stopNormalReturn(0))) {
            scripts.lab.start(scripts.web);
            scripts.stop(call -> 1);
            assertThat(Scripts.errorOf(scripts.lab.stopFails(scripts.web))).hasMessageContaining("stop.bat");
            assertThat(scripts.lab.state(scripts.web, "script")).isEqualTo(ResourceState.OFFLINE_FAILURE);
            assertThat(scripts.volume().mounted()).isTrue();

            scripts.stop(call -> 0);
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.volume().mounted()).isFalse();
        }
    }

    @Test
    void aStartIsNotTriedAgainWithoutAStopBetween() {
        try (Scripts scripts = Scripts.trying(1, it -> it.startNormalReturn(0))) {
            scripts.start(call -> scripts.ran.size() == 1 ? 5 : 0);
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran)
                    .containsExactly(
                            "START.BAT START SUCCESS",
                            "STOP.BAT START SUCCESS RESOURCERESTART",
                            "START.BAT START SUCCESS");
        }
    }

    @Test
    void aScriptThatDoesNotEndIsEndedAndWhatItDidIsNotKnown() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            boolean[] ended = new boolean[1];
            scripts.start(call -> {
                call.prints("waiting for the database");
                try {
                    call.hangs();
                } finally {
                    ended[0] = true;
                }
                return 0;
            });
            GroupOperationException failed = scripts.lab.startFails(scripts.web);
            ScriptException error = Scripts.errorOf(failed);
            assertThat(error.result().end()).isEqualTo(End.TIMED_OUT);
            assertThat(error.indeterminate()).isTrue();
            assertThat(error).hasMessageContaining("start.bat did not end within PT9S");
            assertThat(Scripts.outcomeOf(failed)).isEqualTo(Outcome.INDETERMINATE);
            assertThat(Scripts.log(failed.report(), Kind.ONLINE)).contains("start.bat: waiting for the database");
            assertThat(ended[0]).isTrue();
            assertThat(scripts.ran).last().isEqualTo("STOP.BAT START SUCCESS GROUPFAILOVER");
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void aStopThatDoesNotEndLeavesTheStateUnknownAndThePartitionHere() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.stop(call -> {
                call.hangs();
                return 0;
            });
            assertThat(Scripts.errorOf(scripts.lab.stopFails(scripts.web)).indeterminate())
                    .isTrue();
            assertThat(scripts.lab.state(scripts.web, "script")).isEqualTo(ResourceState.UNKNOWN);
            assertThat(scripts.volume().mounted()).isTrue();
        }
    }

    @Test
    void aScriptThatIsNotThereIsNamedAndNotTriedAgain() {
        FailoverGroup group = Lab.group(
                "lone",
                ScriptResource.builder("script").directory("\\\\files\\scripts").build(),
                FloatingIp.builder("fip").address("10.0.0.10/24").build());
        try (Lab lab = Lab.of(group)) {
            ScriptException error = Scripts.errorOf(lab.startFails(group));
            assertThat(error).hasMessageContaining("\\\\files\\scripts\\start.bat was not started");
            assertThat(error.windowsCode()).hasValue(WindowsErrors.FILE_NOT_FOUND);
            assertThat(error.retry()).isEqualTo(Retry.USELESS);
            assertThat(error.advice()).contains("every node");
            assertThat(lab.state(group)).isEqualTo(GroupState.OFFLINE);
            assertThat(lab.platform.commands().calls("stop.bat")).isEmpty();
        }
    }

    @Test
    void whatAScriptWritesIsInTheReportOfVeryMuchTheFirstAndTheLast() {
        try (Scripts scripts = Scripts.of(it -> it.outputCharset(StandardCharsets.UTF_8))) {
            scripts.start(call -> {
                for (int i = 1; i <= 1_000; i++) {
                    call.prints("line " + i);
                }
                call.prints("");
                call.prints("\u0007bell " + "x".repeat(10_000));
                return 0;
            });
            List<String> log = Scripts.log(scripts.lab.start(scripts.web), Kind.ONLINE);
            assertThat(log).hasSize(203).allSatisfy(it -> assertThat(it).hasSizeLessThan(600));
            assertThat(log)
                    .contains("start.bat: line 1", "start.bat: line 100", "start.bat: [801 lines left out]")
                    .contains("start.bat: line 1000")
                    .doesNotContain("start.bat: line 101");
            assertThat(log.get(201)).startsWith("start.bat:  bell xxx").endsWith("...");
        }
    }

    @Test
    void whatTheUserSetIsNotInTheReport() {
        try (Scripts scripts = Scripts.of(it -> it.environment(Map.of("PASSWORD", "s3cret")))) {
            assertThat(Scripts.log(scripts.lab.start(scripts.web), Kind.ONLINE)).noneMatch(it -> it.contains("s3cret"));
            assertThat(scripts.lab.platform.trace()).doesNotContain("s3cret");
        }
    }

    @Test
    void aPartitionThatFailsIsToldToBothAndTheStartFails() {
        try (Scripts scripts = Scripts.of(it -> it.startNormalReturn(0))) {
            scripts.start(call -> 1);
            scripts.volume().disconnect();
            assertThat(scripts.lab.startFails(scripts.web).report().failures()).hasSize(1);
            assertThat(scripts.ran).containsExactly("START.BAT START FAILURE", "STOP.BAT START FAILURE GROUPFAILOVER");
            assertThat(scripts.lab.state(scripts.web, "script")).isEqualTo(ResourceState.OFFLINE);
        }
    }

    @Test
    void aScriptThatHangsWhenAPartitionFailedIsEndedAndLeavesTimeForTheOther() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.start(call -> {
                call.hangs();
                return 0;
            });
            scripts.volume().disconnect();
            GroupOperationException failed = scripts.lab.startFails(scripts.web);
            assertThat(Scripts.errorOf(failed)).hasMessageContaining("start.bat did not end within PT4.5S");
            assertThat(scripts.ran).hasSize(2);
        }
    }

    @Test
    void anAddressThatFailsRunsNothing() {
        Piece address = new Piece("fip").tier(ResourceTier.ADDRESS).online(context -> {
            throw new IllegalStateException("another machine has it");
        });
        FailoverGroup group = Lab.group(
                "lone",
                ScriptResource.builder("script").directory("C:\\scripts").build(),
                address);
        try (Lab lab = Lab.of(group)) {
            lab.platform.commands().when("start.bat", call -> 0);
            assertThat(lab.startFails(group).report().failures()).hasSize(1);
            assertThat(lab.platform.commands().calls("start.bat")).isEmpty();
        }
    }

    @Test
    void aReturnToTheClusterIsToldToStartAndChangesNothing() {
        try (Scripts scripts = Scripts.of(it -> it.startNormalReturn(0))) {
            scripts.lab.start(scripts.web);
            scripts.start(call -> 7);
            scripts.lab.node.recover(scripts.web);
            assertThat(scripts.ran).last().isEqualTo("START.BAT RECOVER SUCCESS");
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.ONLINE);
            scripts.lab.stop(scripts.web);
            assertThat(scripts.ran).last().isEqualTo("STOP.BAT START SUCCESS GROUPSTOP");
        }
    }

    @Test
    void outsideAClusterThereIsNoEventAndNothingIsRemembered() throws Exception {
        try (Scripts scripts = Scripts.of(it -> it)) {
            ResourceContext context = scripts.lab
                    .platform
                    .context(scripts.web, "script")
                    .limit(Duration.ofSeconds(5))
                    .build();
            scripts.web.resource("script").online(context);
            scripts.web.resource("script").offline(context);
            assertThat(scripts.ran).containsExactly("START.BAT null SUCCESS", "STOP.BAT null SUCCESS");
        }
    }
}
