package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.Outcome;
import io.clp.resource.FloatingIp;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationResourceTest {
    private static FailoverGroup group() {
        return FailoverGroup.builder("app")
                .nodes("SV1", "SV2")
                .resource(FloatingIp.builder("fip").address("10.0.0.10/24").build())
                .resource(ApplicationResource.builder("appli1")
                        .start("C:\\app\\go.exe", "-x", "a b")
                        .stop("C:\\app\\halt.exe")
                        .normalReturn(0)
                        .build())
                .build();
    }

    private static void answer(FakeCluster cluster, int start) {
        for (String node : List.of("SV1", "SV2")) {
            FakeCommands commands = cluster.node(node).commands();
            commands.when("go.exe", call -> start);
            commands.when("halt.exe", call -> 0);
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void startsWithOneCommandAndStopsWithTheOther(FakeCluster cluster) {
        answer(cluster, 0);
        FailoverGroup group = group();

        cluster.start(group);
        assertThat(cluster.move(group, "SV2").outcome()).isEqualTo(Outcome.DONE);

        assertThat(cluster.node("SV1").commands().calls("go.exe"))
                .singleElement()
                .satisfies(it -> assertThat(it.command()).containsExactly("C:\\app\\go.exe", "-x", "a b"));
        assertThat(cluster.node("SV1").commands().calls("halt.exe")).isNotEmpty();
        assertThat(cluster.node("SV2").commands().calls("go.exe")).hasSize(1);
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void anExitCodeThatIsNotTheNormalOneFailsTheStart(FakeCluster cluster) {
        answer(cluster, 3);

        assertThatThrownBy(() -> cluster.start(group()))
                .hasMessageContaining("ended with exit code 3; the normal one is 0");
    }

    @Test
    void aDefinitionThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> ApplicationResource.builder("a b").stop(" ").build())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("\"a b\"")
                .hasMessageContaining("start \"\"")
                .hasMessageContaining("stop \" \"");
    }

    @Test
    void aCommandLineOfTheFileIsAProgramAndItsArguments() {
        String text = Broken.RIGHT
                .replace("<resource name=\"fip@fip2\"/>", "<resource name=\"appli@a\"/>")
                .replace(
                        "<fip name=\"fip2\"><parameters><ip>10.1.1.22/24</ip></parameters></fip>",
                        "<appli name=\"a\"><parameters><resident>0</resident><actpath>\"C:\\my app\\go.exe\" -x \"\"</actpath>"
                                + "</parameters></appli>");

        ApplicationResource read =
                (ApplicationResource) Texts.read(text).group("db").resource("a");

        assertThat(read.start()).containsExactly("C:\\my app\\go.exe", "-x", "");
        assertThat(read.stop()).isEmpty();
    }

    @Test
    void anApplicationThatStaysInItsCommandIsLeftOut() {
        String text = Broken.RIGHT
                .replace("<resource name=\"fip@fip2\"/>", "<resource name=\"fip@fip2\"/><resource name=\"appli@a\"/>")
                .replace(
                        "<types name=\"fip\"/>",
                        "<appli name=\"a\"><parameters><actpath>go.exe</actpath></parameters></appli>");

        assertThat(Texts.read(text).report().at("resource/appli[a]"))
                .extracting(ReadReport.Entry::fate)
                .containsExactly(ReadReport.Fate.LEFT_OUT);
    }
}
