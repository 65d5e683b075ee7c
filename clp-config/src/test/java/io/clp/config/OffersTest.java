package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ServiceResource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final ReadOptions OPTIONS =
            ReadOptions.builder().recognizer(OffersTest::recognize).build();

    /** Takes a script that loads W3SVC for the service. */
    private static Optional<ResourceRecognizer.Offer> recognize(
            FailoverGroup group, Resource resource, Optional<ResourceRecognizer.Scripts> scripts) {
        List<List<String>> commands = scripts.stream()
                .flatMap(it -> it.start().runs().stream())
                .flatMap(it -> it.commands().stream())
                .toList();
        if (!commands.contains(List.of("armload", "WWWService", "/S", "W3SVC"))
                || !commands.contains(List.of("armbcast", "/MSG", "最高プライオリティサーバで起動中です", "/A"))) {
            return Optional.empty();
        }
        String id = resource.id().value();
        return Optional.of(new ResourceRecognizer.Offer(
                "W3SVC under ARMLOAD",
                ServiceResource.builder(id).service("W3SVC").build(),
                "io.clp.resource.ServiceResource.builder(\"" + id + "\").service(\"W3SVC\").build()"));
    }

    @Test
    void whatIsRecognisedIsOfferedAndChangesNothing() {
        ClusterDefinition read = ClusterDefinition.read(Samples.conf("figure5"), OPTIONS);

        assertThat(read.offers())
                .extracting(ResourceOffer::toString)
                .containsExactly(
                        "group group1, resource script1: W3SVC under ARMLOAD",
                        "group group2, resource script2: W3SVC under ARMLOAD");
        assertThat(read.group("group1").resource("script1")).isNotInstanceOf(ServiceResource.class);
    }

    @Test
    void anOfferIsTakenOnRequest() {
        ClusterDefinition read = ClusterDefinition.read(Samples.conf("figure5"), OPTIONS);

        ClusterDefinition taken = read.taking(read.offers().get(0));

        FailoverGroup group = taken.group("group1");
        assertThat(group.resource("script1")).isInstanceOf(ServiceResource.class);
        assertThat(group.policyOf(ResourceId.of("script1")))
                .isEqualTo(read.group("group1").policyOf(ResourceId.of("script1")));
        assertThat(group.dependenciesOf(ResourceId.of("script1"))).hasSize(2);
        assertThat(taken.offers()).hasSize(1);
        assertThat(taken.toJava())
                .contains("io.clp.resource.ServiceResource.builder(\"script1\").service(\"W3SVC\").build()");
        assertThatThrownBy(() -> taken.taking(read.offers().get(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOnlyReadIsNotLookedThrough() {
        ReadOptions options = ReadOptions.builder()
                .recognizer((group, resource, scripts) -> {
                    throw new IllegalStateException("looked at " + resource);
                })
                .build();

        ClusterDefinition read = ClusterDefinition.read(Samples.conf("figure5"), options);

        assertThat(read.groups()).hasSize(2);
        assertThatThrownBy(read::offers).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutWhatRecognisesNothingIsOffered() {
        assertThat(Samples.read("figure5").offers()).isEmpty();
    }
}
