package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Coordination;
import io.clp.testkit.contract.CoordinationFixture.Ability;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of a coordination have in common: a fixture for each test, three nodes and two groups. */
public abstract class CoordinationSuite {
    static final String SV1 = "SV1";
    static final String SV2 = "SV2";
    static final String SV3 = "SV3";
    static final GroupId WEB = GroupId.of("web");
    static final GroupId MAIL = GroupId.of("mail");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** The fixture of the present test. */
    private @Nullable CoordinationFixture present;

    CoordinationSuite() {}

    /**
     * Makes a fixture for one test.
     *
     * @return a new one; the test closes it
     */
    protected abstract CoordinationFixture fixture();

    @BeforeEach
    final void open() {
        present = fixture();
    }

    @AfterEach
    final void close() {
        if (present != null) {
            present.close();
        }
    }

    final CoordinationFixture fixed() {
        CoordinationFixture fixture = present;
        if (fixture == null) {
            throw new IllegalStateException("no test runs");
        }
        return fixture;
    }

    final void needs(Ability ability) {
        if (fixed().lacks().contains(ability)) {
            throw CoordinationFixture.lacking(ability.name());
        }
    }

    final Coordination session(String node) {
        return fixed().session(node);
    }

    /** Returns how long a node may be out of contact. */
    final Duration sessionTime() {
        needs(Ability.SESSION);
        return session(SV1).session().orElseThrow(() -> new AssertionError("session() is empty"));
    }

    final Claim claim(String node) {
        return session(node).claim(WEB, NodeId.of(node));
    }

    final Claim takeOver(String node, long epoch) {
        return session(node).takeOver(WEB, NodeId.of(node), epoch);
    }

    final Claim read(String node) {
        return session(node).read(WEB);
    }

    final boolean release(String node, long epoch) {
        return session(node).release(WEB, epoch, Optional.empty());
    }

    final boolean releaseFor(String node, long epoch, String next) {
        return session(node).release(WEB, epoch, Optional.of(NodeId.of(next)));
    }

    /** Claims the group, which must succeed, and returns the epoch. */
    final long acquire(String node) {
        return epoch(claim(node));
    }

    static long epoch(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Acquired.class);
        return claim instanceof Claim.Acquired acquired ? acquired.epoch() : 0;
    }

    static Claim held(String node, long epoch) {
        return new Claim.HeldBy(NodeId.of(node), epoch);
    }

    static Claim free(long epoch) {
        return new Claim.Free(epoch, Optional.empty());
    }

    static Claim freeFor(long epoch, String next) {
        return new Claim.Free(epoch, Optional.of(NodeId.of(next)));
    }

    /** Lets time pass until something holds; fails where it does not within the fixture's patience. */
    final void eventually(String what, BooleanSupplier holds) {
        Duration waited = Duration.ZERO;
        while (!holds.getAsBoolean()) {
            assertThat(waited).as("time until " + what).isLessThan(fixed().patience());
            fixed().pass(BETWEEN_LOOKS);
            waited = waited.plus(BETWEEN_LOOKS);
        }
    }
}
