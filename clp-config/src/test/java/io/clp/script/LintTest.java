package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DefinitionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each rule: what it finds, and what it leaves alone. */
class LintTest {
    private static final String GUARD = "if not \"%CLP_EVENT%\"==\"START\" if not \"%CLP_EVENT%\"==\"FAILOVER\" exit 0";
    private static final List<String> LOADS =
            List.of("armload Web /S W3SVC", "if errorlevel 1 exit 1", "armload Mq /S MSMQ");
    private static final List<String> KILLS = List.of("armkill Mq", "armkill Web");

    private UnaryOperator<ScriptLint> facts = UnaryOperator.identity();

    @Test
    void nothingIsFoundInGoodScripts() {
        assertThat(findings(LOADS, KILLS)).isEmpty();
    }

    @Test
    void missingLabelWithTheCasesInWhichItIsMet() {
        List<ScriptFinding> found = findings(with(LOADS, 0, "if %CLP_DISK%==FAILURE goto disk"), KILLS);
        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_LABEL);
            assertThat(it.line()).isEqualTo(2);
            assertThat(ScriptCase.describe(it.cases())).isEqualTo("CLP_EVENT START or FAILOVER, CLP_DISK FAILURE");
            assertThat(it.instead()).contains(":disk");
        });
    }

    @Test
    void missingLabelIsReadWhereNoRunComesToIt() {
        List<ScriptFinding> found = findings(with(LOADS, 1, "if errorlevel 9 call :help"), KILLS);
        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_LABEL);
            assertThat(it.cases()).isEmpty();
            assertThat(it.happens()).endsWith("help: the call does nothing, and ERRORLEVEL is 1");
        });
    }

    @Test
    void whatIsReadAndWhatIsSeenIsOneFinding() {
        for (String jump : List.of("goto", "goto  x y ", "call :x y", "if 1==1 (goto :x)", "GOTO=x")) {
            assertThat(findings(with(LOADS, 0, jump), KILLS))
                    .as(jump)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_LABEL);
                        assertThat(ScriptCase.describe(it.cases())).isEqualTo("CLP_EVENT START or FAILOVER");
                    });
        }
    }

    @Test
    void aLabelBehindAJumpInAVariableIsNotMissing() {
        assertThat(findings(with(LOADS, 0, "goto %CLP_SERVER%", ":home", ":other"), KILLS))
                .isEmpty();
    }

    @Test
    void aLabelThatNobodyReaches() {
        assertThat(rules(List.of("armload Web /S W3SVC", "exit", ":old", "armload Mq /S MSMQ"), List.of("armkill Web")))
                .containsExactly("START.BAT:4 UNREACHED_LABEL");
        assertThat(rules(List.of("goto on", ":on", "armload Web /S W3SVC", "goto end", ":end"), List.of("armkill Web")))
                .isEmpty();
    }

    @Test
    void aLabelThatOnlyAConditionReachesIsReached() {
        assertThat(rules(with(LOADS, 3, "if errorlevel 9 goto bad", "exit", ":bad", "exit 9"), KILLS))
                .isEmpty();
    }

    @Test
    void linesThatCannotBeRead() {
        assertThat(rules(with(LOADS, 0, "if %UNSET%==x exit"), KILLS)).containsExactly("START.BAT:2 UNREADABLE_LINE");
        assertThat(rules(with(LOADS, 0, "if (x"), KILLS)).containsExactly("START.BAT:2 UNREADABLE_LINE");
    }

    @Test
    void aLoopWithoutEndIsToldOnceAtItsLabel() {
        List<String> lines = with(
                LOADS,
                0,
                ":wait",
                "ping -n 2 localhost >nul",
                "sc query x",
                "echo %CLP_SERVER%",
                "if exist Y:\\ tool",
                "goto wait");
        assertThat(findings(lines, KILLS)).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo(ScriptRule.ENDLESS);
            assertThat(it.line()).isEqualTo(2);
            assertThat(ScriptCase.describe(it.cases())).isEqualTo("CLP_EVENT START or FAILOVER");
        });
    }

    @Test
    void aLoopThatWaitsForAnAnswerHasAnEnd() {
        for (String again : List.of("if errorlevel 1 goto wait", "if not errorlevel 1 goto wait")) {
            assertThat(rules(with(LOADS, 0, ":wait", "sc query W3SVC | find \"STOP_PENDING\"", again), KILLS))
                    .as(again)
                    .isEmpty();
        }
    }

    @Test
    void elseOnALineOfItsOwn() {
        assertThat(rules(with(LOADS, 0, "if exist Y:\\ (", "set X=1", ")", "else (", "set X=2", ")"), KILLS))
                .containsExactly("START.BAT:5 UNREADABLE_LINE");
    }

    @Test
    void anApplicationThatIsWaitedForNeedsNoEnd() {
        assertThat(rules(with(LOADS, 0, "armload Job /U user /W job.exe now", "if errorlevel 1 exit 1"), KILLS))
                .isEmpty();
        assertThat(rules(LOADS, with(KILLS, 0, "armload Job /W job.exe", "armkill Job")))
                .isEmpty();
        assertThat(rules(with(LOADS, 0, "armload Job job.exe", "if errorlevel 1 exit 1"), KILLS))
                .containsExactly("START.BAT:2 NEVER_STOPPED");
    }

    @Test
    void anEventWithoutBranch() {
        List<String> onlyStart =
                List.of("if \"%CLP_EVENT%\"==\"START\" goto go", "exit 0", ":go", "armload Web /S W3SVC");
        assertThat(of(ScriptRule.MISSING_BRANCH, lint(onlyStart, guarded(List.of("armkill Web")))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.happens()).isEqualTo("with FAILOVER the script starts nothing");
                    assertThat(it.line()).isEqualTo(1);
                });
    }

    @Test
    void aScriptThatAsksForNoEventActsWithoutACluster() {
        List<ScriptFinding> found = lint(List.of("net start W3SVC"), guarded(List.of("net stop W3SVC")));
        assertThat(found)
                .extracting(ScriptFinding::rule)
                .containsExactly(ScriptRule.MISSING_BRANCH, ScriptRule.RECOVER_STARTS);
        assertThat(ScriptCase.describe(found.get(0).cases())).isEqualTo("CLP_EVENT empty");
        assertThat(ScriptCase.describe(found.get(1).cases())).isEqualTo("CLP_EVENT RECOVER");
    }

    @Test
    void recoverThatDoesWhatIsMeantForNoCluster() {
        List<String> start = List.of(
                "if \"%CLP_EVENT%\"==\"START\" goto go",
                "if \"%CLP_EVENT%\"==\"FAILOVER\" goto go",
                "armbcast /MSG \"no cluster\" /A",
                "exit 0",
                ":go",
                "armload Web /S W3SVC");
        assertThat(lint(start, guarded(List.of("armkill Web")))).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_BRANCH);
            assertThat(it.line()).isEqualTo(3);
            assertThat(ScriptCase.describe(it.cases())).isEqualTo("CLP_EVENT RECOVER");
        });
    }

    @Test
    void anExitCodeThatIsLost() {
        for (String last : List.of("armlog done", "exit 0", "exit /b 0", "echo ok& ver")) {
            assertThat(rules(with(LOADS, 3, last), KILLS)).as(last).containsExactly("START.BAT:4 EXIT_CODE_LOST");
        }
        for (String last :
                List.of("exit", "exit /b", "exit %ERRORLEVEL%", "echo ok", "goto end", "if errorlevel 1 exit 1")) {
            assertThat(rules(with(LOADS, 3, last, ":end"), KILLS).stream().filter(it -> it.contains("EXIT")))
                    .as(last)
                    .isEmpty();
        }
    }

    @Test
    void aSecondTryThatSucceedsLosesNothing() {
        assertThat(rules(with(LOADS, 3, "if errorlevel 1 armload Mq /S MSMQ"), KILLS))
                .isEmpty();
    }

    @Test
    void whatIsStartedIsStopped() {
        assertThat(rules(LOADS, List.of("armkill Web"))).containsExactly("START.BAT:4 NEVER_STOPPED");
        assertThat(rules(LOADS, List.of("net stop MSMQ", "net stop W3SVC"))).isEmpty();
        assertThat(rules(List.of("iisreset"), List.of("iisreset /stop"))).isEmpty();
        assertThat(rules(List.of("net start \"World Wide Web Publishing Service\""), List.of("sc stop w3svc")))
                .isEmpty();
    }

    @Test
    void theCasesSayWhereItIsForgotten() {
        assertThat(findings(LOADS, List.of("if %CLP_SERVER%==OTHER goto web", "armkill Mq", ":web", "armkill Web")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rule()).isEqualTo(ScriptRule.NEVER_STOPPED);
                    assertThat(ScriptCase.describe(it.cases()))
                            .isEqualTo("CLP_EVENT START or FAILOVER, CLP_DISK SUCCESS, CLP_SERVER OTHER");
                });
    }

    @Test
    void whatIsStoppedIsStarted() {
        assertThat(rules(LOADS, with(KILLS, 0, "net stop Spooler"))).containsExactly("STOP.BAT:2 NEVER_STARTED");
    }

    @Test
    void stopsAreInReverse() {
        assertThat(rules(LOADS, List.of("armkill Web", "armkill Mq"))).containsExactly("STOP.BAT:3 STOP_ORDER");
    }

    @Test
    void watchIdsAreTheSame() {
        assertThat(findings(LOADS, List.of("armkill MQService", "armkill WEB")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rule()).isEqualTo(ScriptRule.WATCH_ID_DIFFERS);
                    assertThat(it.line()).isEqualTo(2);
                    assertThat(it.instead()).isEqualTo("armkill Mq");
                });
        facts = it -> it.twoWay(true);
        assertThat(rules(List.of("armload Web /S W3SVC"), List.of("armkill Web", "armload Www /S W3SVC")))
                .containsExactly("STOP.BAT:3 WATCH_ID_DIFFERS");
    }

    @Test
    void watchIdsAreLettersAndDigitsAndNotReserved() {
        for (String id : List.of("NEC_Web", "nec_web", "My-Web", "x".repeat(256))) {
            assertThat(rules(List.of("armload " + id + " /S W3SVC"), List.of("armkill " + id)))
                    .as(id)
                    .containsExactly("START.BAT:2 WATCH_ID_INVALID", "STOP.BAT:2 WATCH_ID_INVALID");
        }
        assertThat(rules(List.of("armload " + "x".repeat(255) + " /S W3SVC"), List.of("armkill " + "x".repeat(255))))
                .isEmpty();
    }

    @Test
    void aTwoWayStopStartsAgain() {
        facts = it -> it.twoWay(true);
        assertThat(rules(LOADS, KILLS)).containsExactly("STOP.BAT:2 RESTART_FORGOTTEN", "STOP.BAT:3 RESTART_FORGOTTEN");
        List<String> both = new ArrayList<>(KILLS);
        both.addAll(LOADS);
        assertThat(rules(both, both)).isEmpty();
        assertThat(rules(List.of("iisreset"), List.of("iisreset /restart"))).isEmpty();
    }

    @Test
    void netStopOfWhatOthersNeedAsks() {
        facts = it -> it.dependents("IISADMIN", List.of("W3SVC"));
        List<String> start = List.of("net start iisadmin");
        assertThat(rules(start, List.of("net stop iisadmin"))).containsExactly("STOP.BAT:2 STOP_ASKS");
        assertThat(rules(start, List.of("net stop iisadmin /y"))).isEmpty();
        assertThat(rules(start, List.of("echo y| net stop iisadmin"))).isEmpty();
        assertThat(rules(
                        List.of("net start iisadmin", "if errorlevel 1 exit 2", "net start w3svc"),
                        List.of("net stop w3svc", "net stop iisadmin")))
                .isEmpty();
    }

    @Test
    void namesInVariablesAreSeenToo() {
        facts = it -> it.iisVersion("8.5");
        assertThat(rules(List.of("set FTP=MSFTPSVC", "net start %FTP%"), List.of("net stop ftpsvc")))
                .contains("START.BAT:3 OLD_FTP_NAME");
    }

    @Test
    void mailAndNewsAreNotSupported() {
        assertThat(rules(
                                List.of("net start SMTPSVC", "net start nntpsvc"),
                                List.of("net stop nntpsvc", "net stop SMTPSVC"))
                        .stream()
                        .filter(it -> it.endsWith("UNSUPPORTED_SERVICE")))
                .hasSize(4);
    }

    @Test
    void servicesOfALoopAreSeen() {
        assertThat(rules(
                        List.of("for %%s in (W3SVC MSMQ) do net start %%s || exit /b 1"),
                        List.of("for %%s in (MSMQ) do net stop %%s")))
                .containsExactly("START.BAT:2 NEVER_STOPPED");
    }

    @Test
    void filesAreTakenToBeThereAndNotToBeThere() {
        assertThat(rules(with(LOADS, 0, "if not exist Y:\\web goto gone"), KILLS))
                .containsExactly("START.BAT:2 MISSING_LABEL");
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        ScriptLint lint = ScriptLint.of(Scripts.of(), Scripts.of());
        assertThatThrownBy(() -> lint.iisVersion("seven"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("iisVersion \"seven\"");
    }

    @Test
    void emptyScriptsAreAllRight() {
        assertThat(lint(List.of(), List.of())).isEmpty();
    }

    @Test
    void aFindingIsTold() {
        assertThat(findings(List.of("goto away"), List.of()).get(0))
                .hasToString(
                        "START.BAT:2 MISSING_LABEL (CLP_EVENT START or FAILOVER): The system cannot find the batch label"
                                + " specified - away: the script ends there with ERRORLEVEL 1, and what was to be done at the label"
                                + " is not done; instead: write the label :away and below it what is to be done, or name a label"
                                + " that exists");
    }

    @Test
    void situationsAreDescribedBrieflyWhereThatIsExact() {
        List<ScriptCase> all = ScriptCase.all();
        assertThat(ScriptCase.describe(all)).isEqualTo("always");
        assertThat(ScriptCase.describe(List.of())).isEmpty();
        assertThat(ScriptCase.describe(List.of(all.get(0))))
                .isEqualTo("CLP_EVENT START, CLP_DISK SUCCESS, CLP_SERVER HOME");
        assertThat(ScriptCase.describe(List.of(all.get(0), all.get(15))))
                .isEqualTo("CLP_EVENT START, CLP_DISK SUCCESS, CLP_SERVER HOME; CLP_EVENT empty, CLP_DISK FAILURE,"
                        + " CLP_SERVER OTHER");
    }

    private List<String> rules(List<String> start, List<String> stop) {
        return findings(start, stop).stream()
                .map(it -> it.file() + ":" + it.line() + " " + it.rule())
                .toList();
    }

    /** Findings in scripts that do nothing but for START and FAILOVER. */
    private List<ScriptFinding> findings(List<String> start, List<String> stop) {
        return lint(guarded(start), guarded(stop));
    }

    private List<ScriptFinding> lint(List<String> start, List<String> stop) {
        return facts.apply(ScriptLint.of(script("START.BAT", start), script("STOP.BAT", stop)))
                .findings();
    }

    private static List<ScriptFinding> of(ScriptRule rule, List<ScriptFinding> findings) {
        return findings.stream().filter(it -> it.rule() == rule).toList();
    }

    private static BatchScript script(String name, List<String> lines) {
        return BatchScript.parse(name, String.join("\r\n", lines));
    }

    private static List<String> guarded(List<String> lines) {
        return with(lines, 0, GUARD);
    }

    private static List<String> with(List<String> lines, int at, String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(at, Arrays.asList(more));
        return all;
    }
}
