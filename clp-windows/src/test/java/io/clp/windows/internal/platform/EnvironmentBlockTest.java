package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentBlockTest {
    @Test
    void variablesAreSortedByUpperCaseAndTheBlockEndsWithAnEmptyOne() {
        Map<String, String> merged = EnvironmentBlock.merged(
                Map.of("b", "2", "A_C", "x", "abc", "1", "=C:", "C:\\"), Map.of("Ä", "仮想", "AB", ""));
        assertThat(EnvironmentBlock.of(merged)).isEqualTo("=C:=C:\\\0AB=\0abc=1\0A_C=x\0b=2\0Ä=仮想\0\0");
    }

    @Test
    void aVariableIsSetOverTheInheritedOneWhateverItsCase() {
        Map<String, String> merged = EnvironmentBlock.merged(Map.of("Path", "old", "x", "1"), Map.of("PATH", "new"));
        assertThat(EnvironmentBlock.of(merged)).isEqualTo("PATH=new\0x=1\0\0");
        assertThat(merged.get("pATh")).isEqualTo("new");
    }

    @Test
    void anEmptyEnvironmentIsABlockToo() {
        assertThat(EnvironmentBlock.of(EnvironmentBlock.merged(Map.of(), Map.of())))
                .isEqualTo("\0\0");
    }

    @Test
    void whatAClusterToldThisProcessIsNotTheScriptsThatItRuns() {
        Map<String, String> inherited =
                Map.of("CLP_EVENT", "START", "clp_factor", "", "Clp_Path", "C:\\CLP", "CLPX", "1", "Path", "C:\\");
        assertThat(EnvironmentBlock.of(EnvironmentBlock.withoutCluster(inherited)))
                .isEqualTo("CLPX=1\0Clp_Path=C:\\CLP\0Path=C:\\\0\0");
    }
}
