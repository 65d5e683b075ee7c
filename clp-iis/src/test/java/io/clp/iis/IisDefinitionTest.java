package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.resource.ResourceTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IisDefinitionTest {
    @ParameterizedTest
    @EnumSource(names = {"SMTP", "NNTP"})
    void refusesWhatTheClusterDoesNotSupport(IisService service) {
        assertThatThrownBy(() -> whole().services(IisService.WWW, service).build())
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(it -> {
                            assertThat(it.field()).isEqualTo("services");
                            assertThat(it.value()).isEqualTo(service.name());
                            assertThat(it.why()).contains("the cluster does not support");
                        }));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        DefinitionException e = catchThrowableOfType(
                DefinitionException.class,
                () -> IisResource.builder("not an id").indexingService(" ").build());

        assertThat(e.problems())
                .extracting(DefinitionException.Problem::field)
                .containsExactly("id", "services", "control", "standby", "indexingService");
    }

    @Test
    void refusesAServiceNamedTwice() {
        assertThatThrownBy(
                        () -> whole().services(IisService.FTP, IisService.FTP).build())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("services \"FTP\": named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W3SVC", "w3svc", "MSFTPSVC", "FTPSVC"})
    void refusesAServiceOfIisAsTheIndexingService(String name) {
        assertThatThrownBy(() -> whole().indexingService(name).build())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("a service of IIS itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SV1", "SV1,SV2,SV3"})
    void refusesTwoWayStandbyOnAnyNumberOfNodesButTwo(String nodes) {
        assertThatThrownBy(() -> group("web", whole().standby(Standby.TWO_WAY).build(), nodes.split(",")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("standby \"TWO_WAY\": two-way standby means exactly two nodes");
    }

    @Test
    void takesTwoWayStandbyOnTwoNodesAndOneWayStandbyOnAnyNumber() {
        assertThatCode(() -> group("web", whole().standby(Standby.TWO_WAY).build(), "SV1", "SV2"))
                .doesNotThrowAnyException();
        assertThatCode(() -> group("web", whole().build(), "SV1")).doesNotThrowAnyException();
        assertThatCode(() -> group("web", whole().build(), "SV1", "SV2", "SV3", "SV4"))
                .doesNotThrowAnyException();
    }

    @Test
    void oneWayStandbyNeedsIisForItself() {
        assertThat(whole().standby(Standby.ONE_WAY).build().uses()).allMatch(NodeThing::exclusive);
        assertThat(whole().standby(Standby.TWO_WAY).build().uses()).noneMatch(NodeThing::exclusive);
    }

    @Test
    void usesBothNamesOfFtpWhereTheVersionLeavesItOpen() {
        IisResource.Builder ftp =
                whole().standby(Standby.TWO_WAY).services(IisService.FTP).indexingService("CISVC");

        assertThat(ftp.build().uses())
                .containsExactly(
                        NodeThing.named("IIS"),
                        NodeThing.service("ftpsvc"),
                        NodeThing.service("MSFTPSVC"),
                        NodeThing.service("CISVC"));
        assertThat(ftp.version(IisVersion.IIS_6_0).build().uses())
                .contains(NodeThing.service("MSFTPSVC"))
                .doesNotContain(NodeThing.service("ftpsvc"));
        assertThat(ftp.version(IisVersion.IIS_10).build().uses())
                .contains(NodeThing.service("ftpsvc"))
                .doesNotContain(NodeThing.service("MSFTPSVC"));
    }

    @Test
    void isAnApplicationSoThatItRestsOnPartitionsAndAddresses() {
        assertThat(whole().build().tier()).isEqualTo(ResourceTier.APPLICATION);
    }

    private static IisResource.Builder whole() {
        return IisResource.builder("iis")
                .services(IisService.WWW, IisService.FTP)
                .control(IisControl.armLoad())
                .standby(Standby.ONE_WAY);
    }

    private static FailoverGroup group(String id, IisResource iis, String... nodes) {
        return FailoverGroup.builder(id).nodes(nodes).resource(iis).build();
    }
}
