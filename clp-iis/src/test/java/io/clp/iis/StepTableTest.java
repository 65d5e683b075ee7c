package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.watch.WatchPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's scripts as a table: every cell, for every choice of services. */
class StepTableTest {
    private static final IisServices BOTH =
            new IisServices(Optional.of("W3SVC"), Optional.of("MSFTPSVC"), Optional.empty());
    private static final Map<String, IisControl> CONTROLS = Map.of(
            "armLoad", IisControl.armLoad(), "netStart", IisControl.netStart(), "iisReset", IisControl.iisReset());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ONE_WAY | armLoad  | ONLINE   | ARMLOAD WWWService /S W3SVC, ARMLOAD FTPService /S MSFTPSVC
        ONE_WAY | armLoad  | OFFLINE  | ARMKILL FTPService, ARMKILL WWWService
        ONE_WAY | armLoad  | RELEASED | -
        ONE_WAY | netStart | ONLINE   | net start W3SVC, net start MSFTPSVC
        ONE_WAY | netStart | OFFLINE  | net stop MSFTPSVC, net stop W3SVC
        ONE_WAY | netStart | RELEASED | -
        ONE_WAY | iisReset | ONLINE   | iisreset /restart
        ONE_WAY | iisReset | OFFLINE  | iisreset /stop
        ONE_WAY | iisReset | RELEASED | -
        TWO_WAY | armLoad  | ONLINE   | ARMKILL FTPService, ARMKILL WWWService, ARMLOAD WWWService /S W3SVC, ARMLOAD FTPService /S MSFTPSVC
        TWO_WAY | armLoad  | OFFLINE  | ARMKILL FTPService, ARMKILL WWWService
        TWO_WAY | armLoad  | RELEASED | ARMLOAD WWWService /S W3SVC, ARMLOAD FTPService /S MSFTPSVC
        TWO_WAY | netStart | ONLINE   | net stop MSFTPSVC, net stop W3SVC, net start W3SVC, net start MSFTPSVC
        TWO_WAY | netStart | OFFLINE  | net stop MSFTPSVC, net stop W3SVC
        TWO_WAY | netStart | RELEASED | net start W3SVC, net start MSFTPSVC
        TWO_WAY | iisReset | ONLINE   | iisreset /restart
        TWO_WAY | iisReset | OFFLINE  | iisreset /stop
        TWO_WAY | iisReset | RELEASED | iisreset /start
        """)
    void doesWhatTheGuideSays(Standby standby, String control, IisPhase phase, String expected) {
        List<String> lines = expected.equals("-") ? List.of() : List.of(expected.split(", "));
        assertThat(lines(control, phase, standby, BOTH)).isEqualTo(lines);
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void aServiceLeftOutTakesItsStepsWithIt(String control, IisPhase phase, Standby standby) {
        List<String> both = lines(control, phase, standby, BOTH);
        IisServices www = new IisServices(BOTH.www(), Optional.empty(), Optional.empty());
        IisServices ftp = new IisServices(Optional.empty(), BOTH.ftp(), Optional.empty());

        assertThat(lines(control, phase, standby, www)).isEqualTo(without("FTP", both));
        assertThat(lines(control, phase, standby, ftp)).isEqualTo(without("W", both));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void theIndexingServiceStartsLastAndStopsFirst(String control, IisPhase phase, Standby standby) {
        List<String> plain = lines(control, phase, standby, BOTH);
        List<String> indexed =
                lines(control, phase, standby, new IisServices(BOTH.www(), BOTH.ftp(), Optional.of("CISVC")));

        boolean loads = control.equals("armLoad");
        List<String> expected = new ArrayList<>(plain);
        if (stops(plain)) {
            expected.add(0, loads ? "ARMKILL IndexingService" : "net stop CISVC");
        }
        if (starts(plain)) {
            expected.add(loads ? "ARMLOAD IndexingService /S CISVC" : "net start CISVC");
        }
        assertThat(indexed).isEqualTo(expected);
    }

    @Test
    void loadsUnderThePolicyThatWasChosen() {
        WatchPolicy policy = WatchPolicy.builder().restarts(7).build();

        assertThat(IisControl.armLoad(policy).steps(IisPhase.ONLINE, Standby.ONE_WAY, BOTH))
                .containsExactly(
                        new IisStep.Load("WWWService", "W3SVC", policy),
                        new IisStep.Load("FTPService", "MSFTPSVC", policy));
    }

    static Stream<Arguments> everyCell() {
        return Stream.of("armLoad", "netStart", "iisReset").flatMap(control -> Stream.of(IisPhase.values())
                .flatMap(phase -> Stream.of(Standby.values()).map(standby -> Arguments.of(control, phase, standby))));
    }

    private static List<String> lines(String control, IisPhase phase, Standby standby, IisServices services) {
        return CONTROLS.get(control).steps(phase, standby, services).stream()
                .map(IisStep::line)
                .collect(Collectors.toList());
    }

    private static List<String> without(String watchOrService, List<String> lines) {
        return lines.stream()
                .filter(it -> it.startsWith("iisreset") || !named(it).startsWith(watchOrService))
                .toList();
    }

    /** The service that a line is about: FTP or W. */
    private static String named(String line) {
        String last = line.substring(line.lastIndexOf(' ') + 1);
        return last.startsWith("MSFTP") ? "FTP" : last;
    }

    private static boolean stops(List<String> lines) {
        return lines.stream()
                .anyMatch(it -> it.startsWith("ARMKILL")
                        || it.startsWith("net stop")
                        || it.endsWith("/stop")
                        || it.endsWith("/restart"));
    }

    private static boolean starts(List<String> lines) {
        return lines.stream()
                .anyMatch(it -> it.startsWith("ARMLOAD")
                        || it.startsWith("net start")
                        || it.endsWith("/start")
                        || it.endsWith("/restart"));
    }
}
