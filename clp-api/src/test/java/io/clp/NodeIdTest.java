package io.clp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"SV1", "sv-ABCxyz_09", "Ärger", "ノード1", "İSTANBUL", "ΣΑΣ"})
    void namesThatDifferInCaseAloneAreOneNode(String name) {
        NodeId written = NodeId.of(name);
        NodeId folded = NodeId.of(name.toLowerCase(Locale.ROOT));

        assertThat(written).isEqualTo(folded).hasSameHashCodeAs(folded).hasToString(name);
        assertThat(written).isNotEqualTo(NodeId.of(name + "2"));
    }

    @Test
    void namesAreComparedAsWholes() {
        assertThat(NodeId.of("SV1")).isNotEqualTo(NodeId.of("SV")).isNotEqualTo(NodeId.of("SV2"));
        assertThat(NodeId.of("SV")).isNotEqualTo(NodeId.of("SVÄ")).isNotEqualTo(NodeId.of("SV1"));
        assertThat(NodeId.of("\u212Anode")).isEqualTo(NodeId.of("knode")); // the sign of the kelvin folds to a plain k
    }
}
