package io.clp.config;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.config.ReadReport.Fate;
import io.clp.failover.Exclusion;
import io.clp.failover.FinalAction;
import io.clp.monitor.Monitor;
import io.clp.platform.NodeThing;
import io.clp.resource.FloatingIp;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** What the samples say, as groups. */
class GroupsTest {
    @Test
    void figure5HasTwoGroupsEachAtHomeOnAnotherNode() {
        ClusterDefinition figure5 = Samples.read("figure5");

        assertThat(figure5.name()).isEqualTo("figure5");
        assertThat(figure5.nodes()).containsExactly(NodeId.of("SV1"), NodeId.of("SV2"));
        assertThat(figure5.groups())
                .extracting(FailoverGroup::id)
                .containsExactly(GroupId.of("group1"), GroupId.of("group2"));
        assertThat(figure5.group("group1").nodes()).containsExactly(NodeId.of("SV1"), NodeId.of("SV2"));
        assertThat(figure5.group("group2").nodes()).containsExactly(NodeId.of("SV2"), NodeId.of("SV1"));
        assertThatThrownBy(() -> figure5.group("group3")).hasMessage("cluster figure5 has no group group3");
    }

    @Test
    void aPartitionHasTheVolumeOfEachServerAndADriveWithBackslash() {
        ClusterDefinition figure5 = Samples.read("figure5");

        SwitchablePartition one = (SwitchablePartition) figure5.group("group1").resource("sd1");
        SwitchablePartition other =
                (SwitchablePartition) figure5.group("group2").resource("sd2");

        assertThat(one.mountPoint()).as("written E:").isEqualTo("E:\\");
        assertThat(other.mountPoint()).as("written F").isEqualTo("F:\\");
        assertThat(one.volumeOn(NodeId.of("SV2"))).isEqualTo("\\\\?\\Volume{11111111-1111-4111-8111-111111111102}\\");
    }

    @Test
    void aScriptHasItsFolderItsEncodingItsDeadlinesAndItsDependencies() {
        FailoverGroup group = Samples.read("figure5").group("group1");
        ScriptResource script = (ScriptResource) group.resource("script1");

        assertThat(script.directory()).isEqualTo("C:\\Program Files\\CLUSTERPRO\\scripts\\group1\\script1\\");
        assertThat(script.outputCharset()).contains(Charset.forName("windows-31j"));
        assertThat(group.policyOf(script.id()).onlineDeadline()).isEqualTo(ofMinutes(10));
        assertThat(group.policyOf(script.id()).onlineRetries()).isOne();
        assertThat(group.dependenciesOf(script.id()))
                .containsExactlyInAnyOrder(ResourceId.of("sd1"), ResourceId.of("fip1"));
    }

    @Test
    void aMonitorOfAResourceIsTheScheduleOfItsOwnProbe() {
        FailoverGroup group = Samples.read("services").group("failover1");

        assertThat(group.policyOf(ResourceId.of("service-iis")).monitorEvery()).isEqualTo(ofMinutes(1));
        assertThat(group.policyOf(ResourceId.of("service-iis")).monitorFailures())
                .as("one retry")
                .isEqualTo(2);
        assertThat(group.policyOf(ResourceId.of("service-iis")).probeDeadline())
                .as("120 s, cut")
                .isEqualTo(ofMinutes(1));
    }

    @Test
    void aWebMonitorIsAttachedToTheGroupOfItsTarget() {
        FailoverGroup group = Samples.read("figure5").group("group1");

        Monitor http = group.monitors().stream()
                .filter(it -> it.id().value().equals("httpw1"))
                .findFirst()
                .orElseThrow();

        assertThat(http.watches()).isEqualTo(ResourceId.of("script1"));
        assertThat(http.probe()).hasToString("Optional[GET http://192.168.10.101:80/index.html]");
        assertThat(http.interval()).isEqualTo(ofSeconds(30));
        assertThat(http.failures()).isEqualTo(3);
    }

    @Test
    void whatResourcesAndMonitorsAskForAfterAFailureIsTheGroupsPolicy() {
        FailoverGroup group = Samples.read("services").group("failover1");

        assertThat(group.failover().restarts()).isEqualTo(3);
        assertThat(group.failover().failovers()).hasValue(1);
        assertThat(group.failover().finalAction()).isEqualTo(FinalAction.stopMember());
        assertThat(group.placement().exclusion()).isEqualTo(Exclusion.NORMAL);
        assertThat(group.placement().startAfter()).containsExactly(GroupId.of("failover2"));
        assertThat(group.placement().orderLimit()).isEqualTo(ofMinutes(15));
    }

    @Test
    void dependenciesReplaceTheDefaultAndAnEmptyOneIsNone() {
        ClusterDefinition services = Samples.read("services");

        assertThat(services.group("failover1").dependenciesOf(ResourceId.of("service-iis")))
                .as("vcom1 is left out, and depends on fip1")
                .containsExactlyInAnyOrder(ResourceId.of("md1"), ResourceId.of("fip1"));
        assertThat(services.group("failover2").dependenciesOf(ResourceId.of("service-sql")))
                .isEmpty();
    }

    @Test
    void aServiceIsFoundByItsDisplayName() {
        assertThat(Samples.read("services")
                        .group("failover1")
                        .resource("service-iis")
                        .uses())
                .containsExactly(NodeThing.service("W3SVC").exclusively());
    }

    @Test
    void aServiceOfAnotherProductIsFoundByTheNameThatTheOptionsGive() {
        ReadOptions options =
                ReadOptions.builder().service("example app service", "exapp").build();

        ClusterDefinition read = ClusterDefinition.read(Samples.conf("services"), options);

        assertThat(read.group("failover1").resource("service-app").uses())
                .containsExactly(NodeThing.service("exapp").exclusively());
        assertThat(read.report().at("resource/service[service-app]/parameters/name"))
                .extracting(ReadReport.Entry::fate)
                .containsExactly(Fate.KEPT);
    }

    @Test
    void anAddressGetsThePrefixLengthOfItsInterconnects() {
        ClusterDefinition services = Samples.read("services");

        assertThat(((FloatingIp) services.group("failover1").resource("fip1")).cidr())
                .isEqualTo("10.1.1.21/24");
        assertThat(((VirtualIp) services.group("failover2").resource("vip1")).cidr())
                .as("in no subnet of an interconnect")
                .isEqualTo("198.51.100.7/32");
    }

    @Test
    void anAddressGetsThePrefixLengthOfTheOptions() {
        ReadOptions options = ReadOptions.builder().prefixLength(20).build();

        FailoverGroup group =
                ClusterDefinition.read(Samples.conf("services"), options).group("failover1");

        assertThat(((FloatingIp) group.resource("fip1")).cidr()).isEqualTo("10.1.1.21/20");
    }

    @Test
    void optionsOutOfTheirRangeAreRefusedTogether() {
        assertThatThrownBy(() -> ReadOptions.builder()
                        .prefixLength(33)
                        .interfaceOn("a/b", "Ethernet")
                        .build())
                .hasMessageContaining("prefixLength \"33\": must be 1 to 32")
                .hasMessageContaining("node \"a/b\"");
    }

    @Test
    void aGroupOfWhichNothingIsLeftIsLeftOut() {
        ClusterDefinition services = Samples.read("services");

        assertThat(services.groups()).extracting(it -> it.id().value()).doesNotContain("vcomonly");
        assertThat(services.report().at("group[vcomonly]"))
                .extracting(ReadReport.Entry::what)
                .containsExactly("it has no resource that this library has");
    }

    @Test
    void namesThatAreNoIdsBecomeSome() {
        ClusterDefinition japanese = Samples.read("japanese");

        assertThat(japanese.name()).isEqualTo("販売クラスタ");
        assertThat(japanese.groups()).extracting(it -> it.id().value()).containsExactly("group");
        assertThat(japanese.group("group").resources())
                .extracting(it -> it.id().value())
                .containsExactly("fip-1", "Disk", "script-1");
        assertThat(japanese.report().at("group[営業]"))
                .extracting(ReadReport.Entry::what)
                .containsExactly("its id here is group");
        assertThat(japanese.group("group").autoStart()).isFalse();
    }

    @Test
    void attributesOfAGroupAreItsPolicies() {
        FailoverGroup group = Texts.read(Broken.RIGHT.replace(
                        "<start>1</start>",
                        "<start>0</start><failover>0</failover><failback>1</failback><exclusive>2</exclusive>"))
                .group("web");

        assertThat(group.autoStart()).isFalse();
        assertThat(group.failover().automatic()).isFalse();
        assertThat(group.failover().failback()).isTrue();
        assertThat(group.placement().exclusion()).isEqualTo(Exclusion.ABSOLUTE);
    }
}
