package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Up as soon as possible, down in the exact reverse, past what fails as far as that is safe. */
class SafeStopTest {
    private final Piece disk = new Piece("disk").tier(ResourceTier.PARTITION).takes(SECOND.multipliedBy(2));
    private final Piece vip = new Piece("vip").tier(ResourceTier.ADDRESS).takes(SECOND.multipliedBy(3));
    private final Piece service =
            new Piece("service").tier(ResourceTier.SERVICE).takes(SECOND);
    private final Piece site = new Piece("site").takes(SECOND);
    private final FailoverGroup web = Lab.group("web", disk, vip, service, site);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void bringsUpTheTiersOneAfterAnotherAndWithinATierAllAtOnce() {
        assertThat(lab.start(web).duration()).isEqualTo(SECOND.multipliedBy(5)); // 3 of the address, 1, 1
        assertThat(lab.heard(ResourceChanged.class))
                .filteredOn(it -> it.to() == ResourceState.ONLINE)
                .extracting(it -> it.resource().value())
                .containsExactly("disk", "vip", "service", "site");
    }

    @Test
    void takesThemDownInTheReverseOrder() {
        lab.start(web);
        assertThat(lab.stop(web).duration()).isEqualTo(SECOND.multipliedBy(5));
        assertThat(lab.heard(ResourceChanged.class))
                .filteredOn(it -> it.to() == ResourceState.OFFLINE_PENDING)
                .extracting(it -> it.resource().value())
                .startsWith("site", "service")
                .hasSize(4);
    }

    @Test
    void keepsThePartitionButReleasesTheAddressWhereWhatUsesThemDoesNotStop() {
        lab.start(web);
        site.offline(context -> {
            throw new IllegalStateException("still serving");
        });

        GroupOperationException failed = lab.stopFails(web);

        assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.report().failures()).singleElement().satisfies(it -> assertThat(it.resource())
                .contains(site.id()));
        assertThat(disk.up()).isTrue();
        assertThat(vip.up()).isFalse();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
        assertThat(lab.state(web, "site")).isEqualTo(ResourceState.OFFLINE_FAILURE);
        assertThat(lab.state(web, "disk")).isEqualTo(ResourceState.ONLINE);

        site.up(false); // its process ends at last
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
        assertThat(disk.up()).isFalse();
    }

    @Test
    void reportsEveryFailureOfAStart() {
        disk.online(context -> {
            context.timeline().sleep(SECOND);
            throw new IllegalStateException("no path");
        });
        vip.online(context -> {
            context.timeline().sleep(SECOND);
            throw new IllegalStateException("taken");
        });
        GroupOperationException failed = lab.startFails(web);
        assertThat(failed.report().failures())
                .extracting(it -> it.error().getMessage())
                .hasSize(2)
                .anyMatch(it -> it.contains("no path"))
                .anyMatch(it -> it.contains("taken"));
        assertThat(service.calls).isEmpty();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void rollsBackEverythingThatWasTriedInTheReverseOrder() {
        site.online(context -> {
            throw new IllegalStateException("no");
        });
        lab.startFails(web);
        for (Piece piece : new Piece[] {disk, vip, service, site}) {
            assertThat(piece.calls).containsExactly("online", "offline");
            assertThat(piece.up()).isFalse();
        }
    }

    @Test
    void waitsForWhatRunsBesideAFailureBeforeItRollsBack() {
        disk.online(context -> {
            throw new IllegalStateException("no path");
        });
        assertThat(lab.took(() -> lab.start(web))).isEqualTo(SECOND.multipliedBy(6)); // the address comes and goes
        assertThat(vip.calls).containsExactly("online", "offline");
    }

    @Test
    void isOfflineOnlyWhereEveryResourceWasProbedOffline() {
        lab.start(web);
        vip.offline(context -> {});
        vip.probe(context -> io.clp.resource.Probe.online()); // it says that it did, and did not
        assertThat(lab.stopFails(web)).hasMessageContaining("vip").hasMessageContaining("ONLINE");
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
    }
}
