package io.clp.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the sample configurations. */
class RehearseTest {
    private static final Path SAMPLES = Path.of("../clp-config/samples");
    private static final Path FIGURE_5 = SAMPLES.resolve("figure5/clp.conf");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachGroupFailsOverFromItsFirstServerAndComesHome() {
        assertThat(run(FIGURE_5, "--iis 7.0")).isZero();
        assertThat(printed())
                .contains("cluster figure5 on SV1, SV2", "group1 starts on SV1", "group2 starts on SV2")
                .contains("group1 fails over: SV1 loses its power, SV2 takes over", "group1 is moved from SV2 to SV1")
                .contains("group2 fails over: SV2 loses its power, SV1 takes over", "group2 is moved from SV1 to SV2")
                .endsWith("""
                        group1 is ONLINE on SV1; its address leads there
                        group2 is ONLINE on SV2; its address leads there
                        """);
    }

    @Test
    void showsWhatTheScriptsRanAndWhy() {
        run(FIGURE_5, "--iis 7.0 --group group1");
        assertThat(printed())
                .contains("start.bat CLP_EVENT=FAILOVER CLP_DISK=SUCCESS CLP_SERVER=OTHER")
                .contains("stop.bat CLP_EVENT=FAILOVER CLP_DISK=SUCCESS CLP_SERVER=OTHER CLP_FACTOR=GROUPMOVE")
                .contains("ARMLOAD FTPService /S /A MSFTPSVC")
                .doesNotContain("group2 fails over");
    }

    @Test
    void theSameSeedIsTheSameRunAndAnotherOneIsNot() {
        run(FIGURE_5, "--seed 5");
        String first = printed();
        out.reset();
        run(FIGURE_5, "--seed 5");
        assertThat(printed()).isEqualTo(first);
        out.reset();
        run(FIGURE_5, "--seed 6");
        assertThat(printed()).isNotEqualTo(first);
    }

    @Test
    void aStopThatJumpsToNowhereLeavesTheGroupWhereItsDiskWasLost() {
        assertThat(run(FIGURE_5, "--iis 7.0 --fail disk --group group1")).isEqualTo(1);
        assertThat(printed())
                .contains("group1 is not moved after SV1: the disk is lost")
                .contains("after stop.bat, service MSFTPSVC, loaded as FTPService, is RUNNING")
                .contains("group1 is OFFLINE_FAILURE on SV1; its address does not lead there");
    }

    @Test
    void aGroupThatStopsLeavesTheServerThatLostTheDisk() {
        assertThat(run(SAMPLES.resolve("services/clp.conf"), "--fail disk --group failover2"))
                .isZero();
        assertThat(printed())
                .contains("failover2 fails over: the disk is lost on sv1, sv2 takes over")
                .contains("the disk is lost, noticed")
                .doesNotContain("failover1 fails over");
    }

    @Test
    void anApplicationThatNothingStopsIsRehearsedToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clp.conf");
        String sample = Files.readString(SAMPLES.resolve("services/clp.conf"));
        String without = sample.replaceAll("<deactpath>[^<]*</deactpath>", "");
        assertThat(without).isNotEqualTo(sample);
        Files.writeString(file, without);
        assertThat(run(file, "--group failover1")).isZero();
        assertThat(printed()).contains("not rehearsed, taken to end with 0: start.bat");
    }

    @Test
    void aCrashedServiceIsStartedAgainByItsWatch() {
        assertThat(run(FIGURE_5, "--iis 7.0 --fail service:W3SVC --group group1"))
                .isZero();
        assertThat(printed())
                .contains("group1 is not moved after SV1: W3SVC crashes")
                .contains("SV1 service W3SVC: start: DONE");
    }

    @Test
    void namesWhatWillGoWrongInTheScripts() {
        run(FIGURE_5, "--lint");
        assertThat(printed())
                .contains("The system cannot find the batch label specified - ERROR_DISK")
                .contains("there is no service MSFTPSVC from IIS 7.5 on")
                .contains("instead: ARMLOAD FTPService /S ftpsvc");
        out.reset();
        run(FIGURE_5, "--lint --iis 7.0");
        assertThat(printed()).contains("ERROR_DISK").doesNotContain("there is no service MSFTPSVC");
    }

    @Test
    void listsWhatDiffersAndWhatIsLeftOutAndEverythingOnRequest() {
        run(FIGURE_5, "");
        String brief = printed();
        assertThat(brief).contains("resource/fip[fip1]/parameters/ip: the file has no prefix length");
        out.reset();
        run(FIGURE_5, "--report");
        assertThat(printed().lines().count()).isGreaterThan(brief.lines().count() + 50);
    }

    @Test
    void printsTheGroupsAsCodeAndNothingElse() {
        assertThat(run(FIGURE_5, "--java")).isZero();
        assertThat(printed()).contains("ScriptResource.builder(\"script1\")").doesNotContain("starts on");
    }

    @Test
    void rehearsesServicesAndJapaneseScriptsToo() {
        assertThat(run(SAMPLES.resolve("japanese/clp.conf"), "")).isZero();
        assertThat(printed()).contains("最高プライオリティサーバで起動中です");
        out.reset();
        assertThat(run(SAMPLES.resolve("services/clp.conf"), "")).isZero();
        assertThat(printed()).contains("failover1 fails over");
    }

    @Test
    void writesThePageOnRequest(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(run(FIGURE_5, "--html " + page)).isZero();
        assertThat(Files.readString(page)).contains("<h1>Rehearsal of cluster figure5</h1>", "<svg ", "fails over");
    }

    @Test
    void aPageThatCannotBeWrittenIsSaid(@TempDir Path folder) {
        assertThat(run(FIGURE_5, "--html " + folder.resolve("no/page.html"))).isEqualTo(1);
        assertThat(said()).contains("cannot be read or written").contains("page.html");
    }

    @Test
    void aConfigurationThatCannotBeReadIsToldWithEveryPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clp.conf");
        Files.writeString(file, "<root><all><serveros>linux</serveros></all></root>");
        assertThat(run(file, "")).isEqualTo(3);
        assertThat(said()).contains("1:").contains("linux").doesNotContain("\tat ");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aCommandLineThatIsNotUnderstoodGetsTheUsage() {
        assertThat(run(FIGURE_5, "--group nobody")).isEqualTo(2);
        assertThat(said()).contains("has no group nobody").contains("usage:");
        assertThat(Rehearse.run(List.of(), stream(out), stream(err))).isEqualTo(2);
        assertThat(Rehearse.run(List.of("--help"), stream(out), stream(err))).isZero();
        assertThat(printed()).contains("usage:");
    }

    private int run(Path file, String options) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        if (!options.isEmpty()) {
            arguments.addAll(List.of(options.split(" ")));
        }
        return Rehearse.run(arguments, stream(out), stream(err));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
