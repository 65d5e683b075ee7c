package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ServiceResource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final ReadOptions OPTIONS =
            ReadOptions.builder().recognizer(OffersTest::recognize).build();

    /** Takes a script that loads W3SVC for the service. */
    private static Optional<ResourceRecognizer.Offer> recognize(
            FailoverGroup group, Resource resource, ResourceRecognizer.Scripts scripts) {
        if (!scripts.start().contains("ARMLOAD WWWService /S W3SVC")
                || !scripts.start().contains("最高プライオリティ")) {
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
        assertThat(read.report().at("resource/script[script1]")).singleElement().satisfies(it -> assertThat(it.what())
                .contains("recognised: W3SVC under ARMLOAD, which can stand in its place"));
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
    void withoutWhatRecognisesNothingIsOffered() {
        assertThat(Samples.read("figure5").offers()).isEmpty();
    }
}
