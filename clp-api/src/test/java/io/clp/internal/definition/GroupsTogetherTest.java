package io.clp.internal.definition;

import static io.clp.resource.ResourceTier.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clp.DefinitionException.Problem;
import io.clp.FailoverGroup;
import io.clp.internal.script.Piece;
import io.clp.platform.NodeThing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Design section 4, rule 12: groups that can share a node share nothing that only one of them can have. */
class GroupsTogetherTest {
    @ParameterizedTest
    @EnumSource(NodeThing.Kind.class)
    void refusesAnExclusiveThingOfTwoGroupsThatCanShareANode(NodeThing.Kind kind) {
        FailoverGroup one = group("one", new NodeThing(kind, "Thing", true), "SV1", "SV2");
        FailoverGroup other = group("two", new NodeThing(kind, "tHING", true), "sv2", "SV3");
        List<Problem> problems = problems(one, other);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).value()).isEqualTo("Thing");
        assertThat(problems.get(0).why()).contains("one").contains("two");
    }

    @Test
    void refusesAThingThatOnlyOneOfThemSharesWithOthers() {
        FailoverGroup shares = group("one", NodeThing.service("W3SVC"), "SV1");
        FailoverGroup owns = group("two", NodeThing.service("w3svc").exclusively(), "SV1");
        assertThat(problems(shares, owns)).extracting(Problem::field).containsExactly("service");
        assertThat(problems(owns, shares)).hasSize(1);
    }

    @Test
    void letsGroupsShareWhatBothUseInTurn() {
        FailoverGroup one = group("one", NodeThing.service("W3SVC"), "SV1");
        FailoverGroup other = group("two", NodeThing.service("W3SVC"), "SV1");
        assertThatCode(() -> GroupsTogether.check(List.of(one, other))).doesNotThrowAnyException();
        FailoverGroup port = group("three", NodeThing.named("W3SVC").exclusively(), "SV1");
        assertThatCode(() -> GroupsTogether.check(List.of(one, port))).doesNotThrowAnyException();
    }

    @Test
    void letsGroupsThatShareNoNodeHaveTheSameThings() {
        FailoverGroup one = group("one", NodeThing.address("10.0.0.1"), "SV1", "SV2");
        FailoverGroup other = group("two", NodeThing.address("10.0.0.1"), "SV3");
        assertThatCode(() -> GroupsTogether.check(List.of(one, other))).doesNotThrowAnyException();
    }

    @Test
    void tellsOfEveryPair() {
        FailoverGroup one = group("one", NodeThing.volume("v"), "SV1");
        FailoverGroup two = group("two", NodeThing.volume("v"), "SV1");
        FailoverGroup three = group("three", NodeThing.volume("v"), "SV1");
        assertThat(problems(one, two, three)).hasSize(3);
    }

    @Test
    void refusesTwoGroupsOfOneId() {
        FailoverGroup one = group("one", NodeThing.named("a"), "SV1");
        FailoverGroup same = group("one", NodeThing.named("b"), "SV2");
        assertThat(problems(one, same)).extracting(Problem::value).containsExactly("one");
    }

    private static FailoverGroup group(String id, NodeThing thing, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(Piece.of("r", APPLICATION, thing))
                .build();
    }

    private static List<Problem> problems(FailoverGroup... groups) {
        return GroupDefinitionTest.problems(() -> {
            GroupsTogether.check(List.of(groups));
            return null;
        });
    }
}
