package io.clp.internal.definition;

import static io.clp.resource.ResourceTier.ADDRESS;
import static io.clp.resource.ResourceTier.APPLICATION;
import static io.clp.resource.ResourceTier.PARTITION;
import static io.clp.resource.ResourceTier.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.DefinitionException;
import io.clp.DefinitionException.Problem;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.NodeRank;
import io.clp.ResourceId;
import io.clp.internal.script.Piece;
import io.clp.platform.NodeThing;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Design section 4, rule 1: what a group may consist of, and what depends on what. */
class GroupDefinitionTest {
    private static final String VOLUME = "\\\\?\\Volume{3f2504e0-4f89-11d3-9a0c-0305e82c3301}\\";

    @Test
    void tellsAllProblemsAtOnceWithFieldAndValue() {
        List<Problem> problems = problems(() -> FailoverGroup.builder("-web")
                .nodes("SV1", "sv1", "no blank")
                .resource(Piece.of("a", APPLICATION), it -> it.dependsOn("nothing"))
                .resource(Piece.of("a", APPLICATION))
                .resource(Piece.of("b", APPLICATION), it -> it.dependsOn("c").alsoDependsOn("nowhere"))
                .resource(Piece.of("c", APPLICATION), it -> it.dependsOn("b"))
                .build());
        assertThat(problems)
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly(
                        "id=-web",
                        "nodes=sv1",
                        "nodes=no blank",
                        "resource=a",
                        "dependsOn=nothing",
                        "alsoDependsOn=nowhere",
                        "dependsOn=b -> c -> b");
    }

    @Test
    void needsANodeAndAResource() {
        assertThat(problems(() -> FailoverGroup.builder("web").build()))
                .extracting(Problem::field)
                .containsExactly("nodes", "resources");
    }

    @Test
    void namesEveryProblemInItsMessage() {
        DefinitionException thrown = catchThrowableOfType(
                DefinitionException.class, () -> FailoverGroup.builder("").build());
        assertThat(thrown).hasMessageStartingWith("group : id \"\": ").hasMessageContaining("; nodes \"\": ");
        assertThat(thrown.attempted()).isEqualTo("define group ");
        assertThat(thrown.advice()).isNotEmpty();
    }

    @Test
    void theGroundIsWhatLiesBeneathThroughWhateverIsBetween() {
        FailoverGroup group = FailoverGroup.builder("web")
                .nodes("SV1")
                .resource(Piece.of("disk", PARTITION))
                .resource(Piece.of("other", PARTITION))
                .resource(Piece.of("service", APPLICATION), it -> it.dependsOn("disk"))
                .resource(Piece.of("app", APPLICATION), it -> it.dependsOn("service"))
                .build();
        assertThat(group.groundOf(ResourceId.of("app"))).containsExactly(group.resource("disk"));
        assertThat(group.groundOf(ResourceId.of("disk"))).isEmpty();
        assertThat(group.groundOf(ResourceId.of("nothing"))).isEmpty();
    }

    @Test
    void showsThePathOfACircle() {
        assertThat(problems(() -> group("a < b", "b < c", "c < a")))
                .extracting(Problem::value)
                .containsExactly("a -> b -> c -> a");
        assertThat(problems(() -> group("a < a"))).extracting(Problem::value).containsExactly("a -> a");
    }

    @Test
    void findsACircleThatDefaultTiersClose() {
        assertThat(problems(() -> FailoverGroup.builder("web")
                        .nodes("SV1")
                        .resource(Piece.of("disk", PARTITION), it -> it.alsoDependsOn("app"))
                        .resource(Piece.of("app", APPLICATION))
                        .build()))
                .extracting(Problem::value)
                .containsExactly("disk -> app -> disk");
    }

    @Test
    void dependsByTierAndOnNothingWithinATier() {
        FailoverGroup group = FailoverGroup.builder("web")
                .nodes("SV1")
                .resource(Piece.of("site", APPLICATION))
                .resource(Piece.of("w3svc", SERVICE))
                .resource(Piece.of("ip", ADDRESS))
                .resource(Piece.of("disk", PARTITION))
                .build();
        assertThat(below(group, "site")).containsExactly("w3svc", "ip", "disk");
        assertThat(below(group, "w3svc")).containsExactly("ip", "disk");
        assertThat(below(group, "ip")).isEmpty();
        assertThat(below(group, "disk")).isEmpty();
    }

    @Test
    void replacesTheDefaultByDependsOnAndAddsByAlsoDependsOn() {
        FailoverGroup group = FailoverGroup.builder("web")
                .nodes("SV1")
                .resource(Piece.of("disk", PARTITION))
                .resource(Piece.of("ip", ADDRESS))
                .resource(Piece.of("only", APPLICATION), it -> it.dependsOn("disk"))
                .resource(Piece.of("free", APPLICATION), it -> it.dependsOn())
                .resource(Piece.of("more", APPLICATION), it -> it.alsoDependsOn("only"))
                .resource(
                        Piece.of("both", APPLICATION), it -> it.dependsOn("ip").alsoDependsOn("only"))
                .build();
        assertThat(below(group, "only")).containsExactly("disk");
        assertThat(below(group, "free")).isEmpty();
        assertThat(below(group, "more")).containsExactly("disk", "ip", "only");
        assertThat(below(group, "both")).containsExactly("ip", "only");
    }

    @Test
    void refusesOneMountPointOrAddressTwice() {
        assertThat(problems(() -> FailoverGroup.builder("web")
                        .nodes("SV1")
                        .resource(disk("one", "E:\\", VOLUME))
                        .resource(disk("two", "e:\\", VOLUME.replace("3301", "3302")))
                        .resource(
                                VirtualIp.builder("ip1").address("fd00::10/64").build())
                        .resource(VirtualIp.builder("ip2")
                                .address("FD00:0::0010/48")
                                .build())
                        .build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly("mount point=e:\\", "address=fd00::10");
    }

    @Test
    void letsAResourceUseTheVolumeOfTheGroupsPartition() {
        FailoverGroup group = FailoverGroup.builder("web")
                .nodes("SV1")
                .resource(disk("disk", "E:\\", VOLUME))
                .resource(Piece.of("app", APPLICATION, NodeThing.volume(VOLUME)))
                .build();
        assertThat(group.resources()).hasSize(2);
    }

    @Test
    void refusesNodesOfAResourceThatTheGroupHasNot() {
        assertThat(problems(() -> FailoverGroup.builder("web")
                        .nodes("SV1")
                        .resource(SwitchablePartition.builder("disk")
                                .volume(VOLUME)
                                .volumeOn("SV9", VOLUME)
                                .mountAt("E:\\")
                                .build())
                        .build()))
                .extracting(Problem::why)
                .containsExactly("volumeOn \"SV9\": the group does not run on this node");
    }

    @Test
    void ranksTheFirstNodeHomeWithoutRegardToCase() {
        FailoverGroup group = group("a");
        assertThat(group.rankOf(NodeId.of("sv1"))).isEqualTo(NodeRank.HOME);
        assertThat(group.rankOf(NodeId.of("SV2"))).isEqualTo(NodeRank.OTHER);
    }

    @Test
    void buildsADeepGroupAndFindsItsCircle() {
        FailoverGroup.Builder builder = FailoverGroup.builder("deep").nodes("SV1");
        for (int i = 0; i < 10_000; i++) {
            String below = "r" + (i - 1);
            builder.resource(Piece.of("r" + i, SERVICE), i == 0 ? it -> it.dependsOn() : it -> it.dependsOn(below));
        }
        assertThat(builder.build().resources()).hasSize(10_000);
        builder.resource(Piece.of("top", SERVICE), it -> it.dependsOn("r9999", "top"));
        assertThat(problems(builder::build)).extracting(Problem::value).containsExactly("top -> top");
    }

    static FailoverGroup group(String... lines) {
        FailoverGroup.Builder builder = FailoverGroup.builder("web").nodes("SV1", "SV2");
        for (String line : lines) {
            String[] parts = line.split(" < ");
            builder.resource(
                    Piece.of(parts[0], APPLICATION),
                    it -> it.dependsOn(Stream.of(parts).skip(1).toArray(String[]::new)));
        }
        return builder.build();
    }

    private static SwitchablePartition disk(String id, String mountPoint, String volume) {
        return SwitchablePartition.builder(id)
                .volume(volume)
                .mountAt(mountPoint)
                .build();
    }

    private static List<String> below(FailoverGroup group, String id) {
        return group.dependenciesOf(ResourceId.of(id)).stream()
                .map(ResourceId::value)
                .toList();
    }

    static List<Problem> problems(Supplier<?> build) {
        DefinitionException thrown = catchThrowableOfType(DefinitionException.class, build::get);
        assertThat(thrown).as("what is wrong").isNotNull();
        return thrown.problems();
    }
}
