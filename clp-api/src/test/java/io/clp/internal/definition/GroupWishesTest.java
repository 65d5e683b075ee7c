package io.clp.internal.definition;

import static io.clp.failover.Exclusion.ABSOLUTE;
import static io.clp.failover.Exclusion.NORMAL;
import static io.clp.resource.ResourceTier.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.clp.DefinitionException.Problem;
import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.internal.script.Piece;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Issue: policies that contradict each other are refused where they are built, all at once, with the formula in the message. */
class GroupWishesTest {
    @Test
    void refusesMoreFailoversThanTheNodesAllow() {
        List<Problem> problems =
                problemsOf(FailoverPolicy.builder().failovers(3).build(), "SV1", "SV2");
        assertThat(problems).extracting(Problem::field).containsExactly("failovers");
        assertThat(problems.get(0).why()).contains("failovers 3 > nodes 2 - 1");
        assertThat(problemsOf(FailoverPolicy.builder().failovers(1).build(), "SV1"))
                .extracting(Problem::why)
                .anyMatch(it -> it.contains("failovers 1 > nodes 1 - 1"));
        assertThatCode(() -> with(FailoverPolicy.builder().failovers(1).build(), "SV1", "SV2"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNoFailoversThatHappenByThemselves() {
        assertThat(problemsOf(FailoverPolicy.builder().failovers(0).build(), "SV1", "SV2"))
                .extracting(Problem::why)
                .containsExactly(
                        "failovers 0 and automatic true contradict each other: automatic(false) is failover by hand");
        FailoverPolicy byHand =
                FailoverPolicy.builder().failovers(0).automatic(false).build();
        assertThatCode(() -> with(byHand, "SV1", "SV2")).doesNotThrowAnyException();
    }

    @Test
    void refusesAGroupThatNamesItself() {
        assertThat(GroupDefinitionTest.problems(
                        () -> group("web", it -> it.startAfter("web").sameNodeAs("web"), "SV1")))
                .extracting(Problem::field)
                .containsExactly("startAfter", "sameNodeAs");
        assertThat(GroupDefinitionTest.problems(() -> group("web", it -> it.neverWith("web"), "SV1")))
                .extracting(Problem::field)
                .containsExactly("neverWith");
    }

    @Test
    void refusesOrdersThatGoInACircleWithTheWay() {
        List<Problem> problems = problems(
                group("web", it -> it.startAfter("app"), "SV1"),
                group("app", it -> it.sameNodeAs("db"), "SV1"),
                group("db", it -> it.startAfter("files", "app"), "SV1"),
                group("files", it -> {}, "SV1"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).value()).isEqualTo("app -> db -> app");
        assertThat(problems.get(0).why()).startsWith("app is only where db is, db starts after app: a circle");
    }

    @Test
    void refusesEveryCircle() {
        assertThat(problems(
                        group("a", it -> it.startAfter("b"), "SV1"),
                        group("b", it -> it.startAfter("a"), "SV1"),
                        group("c", it -> it.startAfter("d", "a"), "SV1"),
                        group("d", it -> it.startAfter("c"), "SV1")))
                .extracting(Problem::value)
                .containsExactly("a -> b -> a", "c -> d -> c");
    }

    @Test
    void refusesNeverWithWhatIsOnTheSameNode() {
        assertThat(problems(
                        group("web", it -> it.sameNodeAs("db"), "SV1"),
                        group("db", it -> {}, "SV1"),
                        group("batch", it -> it.sameNodeAs("db").neverWith("web"), "SV1")))
                .extracting(Problem::field, Problem::value)
                .containsExactly(tuple("neverWith", "web"));
    }

    @Test
    void refusesOneNodeForGroupsThatShareNone() {
        List<Problem> problems = problems(
                group("web", it -> it.sameNodeAs("app"), "SV1", "SV2"),
                group("app", it -> it.sameNodeAs("db"), "SV2", "SV3"),
                group("db", it -> {}, "SV3", "SV1"));
        assertThat(problems)
                .extracting(Problem::field, Problem::value)
                .containsExactly(tuple("sameNodeAs", "web, app, db"));
        assertThatCode(() -> GroupsTogether.check(List.of(
                        group("web", it -> it.sameNodeAs("db"), "SV1", "SV2"), group("db", it -> {}, "sv2", "SV3"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnAbsolutelyExclusiveGroupBesideAnExclusiveOne() {
        assertThat(problems(
                        group("web", it -> it.sameNodeAs("db").exclusion(ABSOLUTE), "SV1"),
                        group("db", it -> it.exclusion(NORMAL), "SV1")))
                .extracting(Problem::why)
                .containsExactly(
                        "group web shares its node with no exclusive group, but by sameNodeAs is on one node with"
                                + " db (NORMAL)");
        assertThatCode(() -> GroupsTogether.check(List.of(
                        group("web", it -> it.sameNodeAs("db").exclusion(NORMAL), "SV1"),
                        group("db", it -> it.exclusion(NORMAL), "SV1"))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesOfNobodyMeanNothing() {
        assertThatCode(() -> GroupsTogether.check(List.of(
                        group("web", it -> it.sameNodeAs("x").startAfter("y").neverWith("z"), "SV1"))))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsOfEverythingAtOnce() {
        assertThat(problems(
                        group("web", it -> it.sameNodeAs("db").startAfter("db").exclusion(ABSOLUTE), "SV1"),
                        group("db", it -> it.startAfter("web").neverWith("web").exclusion(NORMAL), "SV2")))
                .extracting(Problem::field)
                .containsExactly("order", "sameNodeAs", "neverWith", "exclusion");
    }

    private static FailoverGroup group(String id, Consumer<PlacementPolicy.Builder> wishes, String... nodes) {
        PlacementPolicy.Builder policy = PlacementPolicy.builder();
        wishes.accept(policy);
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(Piece.of("r", APPLICATION))
                .placement(policy.build())
                .build();
    }

    private static FailoverGroup with(FailoverPolicy policy, String... nodes) {
        return FailoverGroup.builder("web")
                .nodes(nodes)
                .resource(Piece.of("r", APPLICATION))
                .failover(policy)
                .build();
    }

    private static List<Problem> problemsOf(FailoverPolicy policy, String... nodes) {
        return GroupDefinitionTest.problems(() -> with(policy, nodes));
    }

    private static List<Problem> problems(FailoverGroup... groups) {
        return GroupDefinitionTest.problems(() -> {
            GroupsTogether.check(List.of(groups));
            return null;
        });
    }
}
