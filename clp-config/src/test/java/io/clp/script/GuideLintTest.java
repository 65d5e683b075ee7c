package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the guide's own scripts, and nothing else. */
class GuideLintTest {
    @ParameterizedTest
    @CsvSource({
        "oneway,armload",
        "oneway,netstart",
        "oneway,iisreset",
        "twoway,armload",
        "twoway,netstart",
        "twoway,iisreset"
    })
    void onlyTheJumpsOfStopToErrorDisk(String standby, String strategy) {
        List<ScriptFinding> findings = lint(standby, strategy).findings();

        assertThat(findings).hasSize(2).allSatisfy(it -> {
            assertThat(it.file()).isEqualTo("STOP.BAT");
            assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_LABEL);
            assertThat(it.happens()).contains("ERROR_DISK").contains("ERRORLEVEL 1");
            assertThat(Scripts.guide(standby, strategy, "STOP").line(it.line()))
                    .isEqualTo("IF \"%CLP_DISK%\" == \"FAILURE\" GOTO ERROR_DISK");
        });
        assertThat(findings)
                .extracting(it -> ScriptCase.describe(it.cases()))
                .containsExactly("CLP_EVENT START, CLP_DISK FAILURE", "CLP_EVENT FAILOVER, CLP_DISK FAILURE");
    }

    @Test
    void theJapaneseOnesAreFoundTheSame() {
        assertThat(ScriptLint.of(Scripts.japanese("START"), Scripts.japanese("STOP"))
                        .findings())
                .isEqualTo(lint("oneway", "armload").findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "7.0", "7"})
    void theOldNameOfFtpIsRightBeforeIis75(String version) {
        assertThat(lint("oneway", "armload").iisVersion(version).findings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "8.0", "8.5", "10", "10.0"})
    void theOldNameOfFtpIsFoundFromIis75On(String version) {
        List<ScriptFinding> findings =
                lint("oneway", "armload").iisVersion(version).findings();
        assertThat(findings)
                .extracting(ScriptFinding::rule)
                .containsOnly(ScriptRule.MISSING_LABEL, ScriptRule.OLD_FTP_NAME);
        assertThat(findings.stream().filter(it -> it.rule() == ScriptRule.OLD_FTP_NAME))
                .hasSize(4)
                .allSatisfy(it -> {
                    assertThat(it.file()).isEqualTo("START.BAT");
                    assertThat(it.instead()).isEqualTo("ARMLOAD FTPService /S ftpsvc");
                    assertThat(it.cases()).hasSize(1);
                });
    }

    @Test
    void ofTheTwoWayScriptsItIsFoundInBoth() {
        assertThat(lint("twoway", "armload").iisVersion("7.5").findings().stream()
                        .filter(it -> it.rule() == ScriptRule.OLD_FTP_NAME))
                .extracting(ScriptFinding::file)
                .containsExactly(
                        "START.BAT",
                        "START.BAT",
                        "START.BAT",
                        "START.BAT",
                        "STOP.BAT",
                        "STOP.BAT",
                        "STOP.BAT",
                        "STOP.BAT");
        assertThat(lint("oneway", "iisreset").iisVersion("10").findings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"armload", "netstart", "iisreset"})
    void theTwoWayScriptsForgetNoRestartAndTheOneWayScriptsDo(String strategy) {
        assertThat(lint("twoway", strategy).twoWay(true).findings()).hasSize(2);
        assertThat(lint("oneway", strategy).twoWay(true).findings())
                .extracting(ScriptFinding::rule)
                .contains(ScriptRule.RESTART_FORGOTTEN);
    }

    private static ScriptLint lint(String standby, String strategy) {
        return ScriptLint.of(Scripts.guide(standby, strategy, "START"), Scripts.guide(standby, strategy, "STOP"));
    }
}
