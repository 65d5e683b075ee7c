package io.clp.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.ResourceId;
import io.clp.StopCause;
import io.clp.internal.script.Piece;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceTier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void putsDependenciesBeforeWhatDependsOnThem() {
        Shape shape = Shape.of(Piece.group(0, "site X", "w3svc S", "ip A", "disk P"));
        assertThat(names(shape, IntStream.range(0, shape.size()).toArray()))
                .containsExactly("ip", "disk", "w3svc", "site");
        for (int i = 0; i < shape.size(); i++) {
            for (int dependency : shape.dependencies(i)) {
                assertThat(dependency).isLessThan(i);
                assertThat(shape.dependents(dependency)).contains(i);
            }
        }
    }

    @Test
    void keepsTheOrderOfTheDefinitionWhereNothingElseIsSaid() {
        Shape shape = Shape.of(Piece.group(0, "c X", "a X", "b X"));
        assertThat(names(shape, 0, 1, 2)).containsExactly("c", "a", "b");
    }

    @Test
    void knowsAResourceByItsIdAndNoOther() {
        Shape shape = Shape.of(Piece.group(0, "a X"));
        assertThat(shape.index(ResourceId.of("a"))).isZero();
        assertThat(shape.index(ResourceId.of("b"))).isEqualTo(-1);
    }

    @Test
    void findsWhatRestsOnSomethingDirectlyOrNot() {
        Shape shape = Shape.of(Piece.group(0, "a X < -", "b X < a", "c X < b"));
        assertThat(shape.below[2].stream()).containsExactly(0, 1);
        assertThat(shape.below[0].isEmpty()).isTrue();
    }

    @Test
    void takesWhatRestsOnAPartitionOrSharesItsVolumeForItsUsers() {
        Shape shape = Shape.of(
                Piece.group(0, "disk P uses v0", "rests X < disk", "shares X < - uses v0", "other X < - uses v1"));
        assertThat(names(shape, shape.users[shape.index(ResourceId.of("disk"))]))
                .containsExactlyInAnyOrder("rests", "shares");
        assertThat(shape.users[shape.index(ResourceId.of("rests"))]).isEmpty();
    }

    @Test
    void seesWhichHooksAClassHas() {
        assertThat(Hooks.of(Piece.of("a", ResourceTier.APPLICATION))).isEqualTo(new Hooks(false, false, false));
        assertThat(Hooks.of(Piece.hooked("a", ResourceTier.APPLICATION))).isEqualTo(new Hooks(true, true, true));
    }

    @Test
    void keepsADeepChainOfPartitionsWithoutOverflowingTheStack() {
        int depth = 10_000;
        String[] lines = new String[depth];
        for (int i = 0; i < depth; i++) {
            lines[i] = "r" + i + " P < " + (i == 0 ? "-" : "r" + (i - 1));
        }
        Shape shape = Shape.of(Piece.group(0, lines));
        Result broke = new Result.Threw(ResourceException.permanent("broke"));
        Call stop = new Call(1, Call.Kind.STOP, null, StopCause.GROUP_STOP, 0, -1, false);
        Decision decision = GroupCore.decide(shape, View.initial(depth), new Input.Asked(stop), 0);
        for (int i = 0; i < depth + 1; i++) { // all probes, and going offline at the top
            decision = comesBack(shape, decision, broke);
        }
        decision = comesBack(shape, decision, new Result.Probed(Probe.online()));
        assertThat(decision.actions()).anyMatch(Action.Answer.class::isInstance);
        assertThat(decision.view().state()).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    private static Decision comesBack(Shape shape, Decision before, Result result) {
        Action.Run run = before.actions().stream()
                .filter(Action.Run.class::isInstance)
                .map(Action.Run.class::cast)
                .findFirst()
                .orElseThrow();
        return GroupCore.decide(shape, before.view(), new Input.CameBack(run.resource(), run.token(), result), 1);
    }

    private static String[] names(Shape shape, int... indices) {
        return IntStream.of(indices)
                .mapToObj(it -> shape.resource(it).id().value())
                .toArray(String[]::new);
    }
}
