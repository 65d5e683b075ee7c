package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallTableTest {
    private static final Map<String, Set<String>> STAND_INS = Map.of("advapi32", Set.of("StartServiceW"));

    @Test
    void saysWhichFunctionWasExercisedAgainstWhat() {
        CallTable table = new CallTable(
                Set.of("ServiceApi.StartService", "ServiceApi.OpenService", "ProcessApi.CloseHandle"),
                Set.of(
                        "advapi32!ServiceApi.StartService",
                        "advapi32!ServiceApi.OpenService",
                        "kernel32!ProcessApi.CloseHandle"),
                STAND_INS);

        assertThat(table.notCalled()).isEmpty();
        assertThat(table.markdown())
                .containsExactly(
                        "| function | declared in | exercised against |",
                        "|---|---|---|",
                        "| CloseHandle | ProcessApi | Wine |",
                        "| OpenService | ServiceApi | Wine |",
                        "| StartService | ServiceApi | stand-in advapi32.dll |");
        assertThat(table.counts())
                .isEqualTo("3 native functions declared: 2 exercised against Wine, 1 against a stand-in, 0 not called");
    }

    @Test
    void namesAFunctionThatNobodyCalled() {
        CallTable table = new CallTable(Set.of("ServiceApi.StartService"), Set.of(), STAND_INS);

        assertThat(table.notCalled()).containsExactly("ServiceApi.StartService");
        assertThat(table.markdown()).last().isEqualTo("| StartService | ServiceApi | **nothing** |");
    }

    @Test
    void aCallThroughAnotherDeclarationDoesNotCount() {
        CallTable table = new CallTable(
                Set.of("ProcessApi.CloseHandle", "VolumeApi.CloseHandle"),
                Set.of("kernel32!VolumeApi.CloseHandle", "kernel32!TestsOwnApi.CloseHandle"),
                STAND_INS);

        assertThat(table.notCalled()).containsExactly("ProcessApi.CloseHandle");
    }

    @Test
    void refusesARecordThatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallTable(Set.of(), Set.of("StartService"), STAND_INS));
    }
}
