package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.CommandResult;
import io.clp.platform.ServiceState;
import io.clp.testkit.Act;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final FakePlatform platform =
            FakePlatform.builder("SV1").install("W3SVC", "WAS", "ftpsvc").build();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void findsAProgramByItsFileNameBehindCmdToo() throws Exception {
        platform.commands().when("START.BAT", call -> {
            call.prints("site " + call.environment().get("SITE"));
            call.takes(Duration.ofSeconds(5));
            return 3;
        });
        long before = platform.timeline().nanos();
        CommandResult result = platform.commands()
                .run(
                        List.of("C:\\Windows\\System32\\cmd.exe", "/d", "/c", "D:\\scripts\\start.bat"),
                        Map.of("SITE", "sales"),
                        LIMIT);
        assertThat(result).isEqualTo(CommandResult.exited(3, "site sales\r\n"));
        assertThat(platform.timeline().nanos() - before)
                .isEqualTo(Duration.ofSeconds(5).toNanos());
        assertThat(platform.commands().calls("start.bat"))
                .extracting(FakeCommands.Call::environment)
                .containsExactly(Map.of("SITE", "sales"));
    }

    @Test
    void doesNotKnowWhatNobodyGaveIt() throws Exception {
        assertThat(run("clpstat")).isEqualTo(new CommandResult(CommandResult.End.NOT_STARTED, 2, ""));
        assertThat(platform.commands().calls("clpstat.exe")).hasSize(1);
    }

    @Test
    void endsAtTheLimit() throws Exception {
        boolean[] ended = new boolean[1];
        platform.commands().when("STOP.BAT", call -> {
            try {
                call.hangs();
            } finally {
                ended[0] = true;
            }
            return 0;
        });
        assertThat(run("STOP.BAT").end()).isEqualTo(CommandResult.End.TIMED_OUT);
        platform.settle();
        assertThat(ended[0]).isTrue();
        assertThat(platform.timeline().nanos()).isEqualTo(LIMIT.toNanos());
    }

    @Test
    void endsACommandWhoseCallerIsInterrupted() {
        platform.commands().when("STOP.BAT", call -> {
            call.hangs();
            return 0;
        });
        var task = platform.timeline().fork("caller", () -> run("STOP.BAT"));
        platform.timeline().after(Duration.ofSeconds(1), task::interrupt);
        assertThatThrownBy(() -> task.join(LIMIT)).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void netStartsAndStopsWithTheExitCodesOfWindows() throws Exception {
        platform.service("W3SVC").dependsOn("WAS").startTakes(Duration.ofSeconds(40));
        assertThat(run("net", "stop", "W3SVC").exitCode()).isEqualTo(2);
        assertThat(run("net", "start", "W3SVC").exitCode()).isZero();
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        CommandResult again = run("net.exe", "start", "w3svc");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.output()).contains("NET HELPMSG 2182");
        assertThat(run("net", "stop", "WAS").exitCode()).isEqualTo(2);
        assertThat(platform.services().state("WAS")).isEqualTo(ServiceState.RUNNING);
        assertThat(run("net", "stop", "WAS", "/y").exitCode()).isZero();
        assertThat(platform.services().state("WAS")).isEqualTo(ServiceState.STOPPED);
        assertThat(run("net", "start", "nosuch").output()).contains("2185");
        assertThat(run("net").exitCode()).isEqualTo(1);
        platform.service("ftpsvc").failStart(1066);
        assertThat(run("net", "start", "ftpsvc").exitCode()).isEqualTo(2);
    }

    @Test
    void netGivesUpOnAServiceThatHangs() throws Exception {
        platform.service("W3SVC").hangOnStop();
        run("net", "start", "W3SVC");
        CommandResult result = run("net", "stop", "W3SVC");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("could not be stopped");
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.STOP_PENDING);
    }

    @Test
    void iisresetLeavesTheNewFtpAlone() throws Exception {
        platform.service("W3SVC").dependsOn("WAS");
        assertThat(run("iisreset", "/start").succeeded()).isTrue();
        run("net", "start", "ftpsvc");
        assertThat(platform.services().state("WAS")).isEqualTo(ServiceState.RUNNING);
        assertThat(run("iisreset", "/stop").succeeded()).isTrue();
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        assertThat(platform.services().state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
        assertThat(platform.service("ftpsvc").acts()).extracting(Act::what).containsExactly("start: DONE");
        assertThat(run("iisreset").output()).contains("Internet services successfully restarted");
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void iisresetTerminatesWhatDoesNotStopUnlessForbidden() throws Exception {
        platform.service("W3SVC").hangOnStop();
        run("iisreset", "/start");
        long before = platform.timeline().nanos();
        assertThat(run("iisreset", "/stop", "/noforce", "/timeout:5").exitCode())
                .isEqualTo(1);
        assertThat(platform.timeline().nanos() - before)
                .isEqualTo(Duration.ofSeconds(5).toNanos());
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.STOP_PENDING);
        CommandResult forced = run("iisreset", "/stop");
        assertThat(forced.succeeded()).isTrue();
        assertThat(platform.timeline().nanos() - before)
                .isEqualTo(Duration.ofSeconds(65).toNanos());
        assertThat(platform.services().query("W3SVC").exitCode()).isEqualTo(1067);
    }

    @Test
    void iisresetCoversTheOldFtpOfIis6() throws Exception {
        try (FakePlatform old = FakePlatform.builder("OLD")
                .install("IISADMIN", "W3SVC", "MSFTPSVC")
                .iisVersion("6.0")
                .build()) {
            old.commands().run(List.of("iisreset", "/restart"), Map.of(), LIMIT);
            assertThat(old.services().state("MSFTPSVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(old.info().iisVersion()).contains("6.0");
        }
    }

    @Test
    void hasNoIisresetWithoutIis() throws Exception {
        try (FakePlatform bare = FakePlatform.builder("BARE").iisVersion("").build()) {
            assertThat(bare.commands().run(List.of("iisreset"), Map.of(), LIMIT).end())
                    .isEqualTo(CommandResult.End.NOT_STARTED);
            assertThat(bare.info().iisVersion()).isEmpty();
        }
    }

    @Test
    void takesItsTimeToStart() throws Exception {
        try (FakePlatform slow = FakePlatform.builder("SLOW")
                .latencies(Latencies.none().command(Latency.fixed(Duration.ofSeconds(1))))
                .build()) {
            assertThat(slow.commands()
                            .run(List.of("net"), Map.of(), Duration.ofMillis(999))
                            .end())
                    .isEqualTo(CommandResult.End.TIMED_OUT);
        }
    }

    private CommandResult run(String... command) throws InterruptedException {
        return platform.commands().run(List.of(command), Map.of(), LIMIT);
    }
}
