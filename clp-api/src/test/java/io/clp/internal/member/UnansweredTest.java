package io.clp.internal.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.MemberInput.Recorded;
import io.clp.resource.ServiceResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a member says where it is in contact, and nothing that it asks is answered in time. */
class UnansweredTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");
    private static final Set<NodeId> BOTH = Set.of(SV1, SV2);
    private static final Claim UNKNOWN = new Claim.Unknown("no answer");
    private static final long SECOND = 1_000_000_000L;

    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(ServiceResource.builder("app").service("App").build())
            .build();
    private final MemberCore core = new MemberCore(new MemberSettings(SV1, false, 30 * SECOND, 0, 10 * SECOND));
    private long now = -5 * SECOND; // the monotonic time may begin anywhere

    UnansweredTest() {
        core.add(web, false, 60 * SECOND);
        contact(Connection.CONNECTED);
        take(new MemberInput.Asked(new MemberCall(1, MemberCall.Kind.JOIN, -1, null, null, 0)));
        read(new Claim.Free(0, Optional.empty()));
        take(new MemberInput.Became(0, GroupState.OFFLINE));
        take(new MemberInput.Cleaned(null));
        take(new MemberInput.Claimed(0, new Claim.Acquired(1)));
        take(new MemberInput.Ended(0, 1, Reports.start(web, SV1), null, GroupState.ONLINE));
    }

    private List<MemberAction> take(MemberInput input) {
        now += 1_000;
        return core.take(input, now, now / 1_000_000);
    }

    private void contact(Connection connection) {
        take(new MemberInput.Contact(connection, BOTH, BOTH));
    }

    private List<MemberAction> read(Claim claim) {
        return take(new MemberInput.Read(List.of(new Recorded(0, claim, Optional.empty(), Optional.of("wish=run\n")))));
    }

    private void offlineForAMove() {
        take(new MemberInput.Asked(new MemberCall(2, MemberCall.Kind.MOVE, 0, SV2, null, 0)));
        take(new MemberInput.Ended(0, 2, null, null, GroupState.OFFLINE));
        take(new MemberInput.Released(0, false));
    }

    @Test
    void whatIsNotKnownToHaveArrivedIsSaidAgain() {
        offlineForAMove();

        assertThat(read(UNKNOWN))
                .contains(
                        new MemberAction.Publish(0, 1, GroupState.OFFLINE),
                        new MemberAction.Release(0, 1, Optional.of(SV2)));
    }

    @Test
    void nothingIsSaidAgainAtOnceEachTime() {
        offlineForAMove();
        read(UNKNOWN);

        assertThat(read(UNKNOWN)).isEmpty();
        now += Work.RETRY_NANOS;
        assertThat(read(UNKNOWN)).contains(new MemberAction.Publish(0, 1, GroupState.OFFLINE));
    }

    @Test
    void whatIsKnownToHaveArrivedIsNotSaidAgain() {
        take(new MemberInput.Read(List.of(
                new Recorded(0, new Claim.HeldBy(SV1, 1), Optional.of(GroupState.ONLINE), Optional.of("wish=run\n")))));

        assertThat(read(UNKNOWN)).isEmpty();
    }

    @Test
    void whoeverWasOutOfContactSaysWhatBecameOfItsGroupUnderTheEpochThatItHad() {
        offlineForAMove();
        contact(Connection.LOST);
        assertThat(read(UNKNOWN)).isEmpty();
        contact(Connection.CONNECTED);

        assertThat(read(UNKNOWN))
                .contains(new MemberAction.Publish(0, 1, GroupState.OFFLINE))
                .noneMatch(MemberAction.Release.class::isInstance);
    }

    @Test
    void whoeverHeardThatAnotherNodeHasItSaysNothing() {
        contact(Connection.LOST);
        take(new MemberInput.Ended(0, 2, null, null, GroupState.OFFLINE));
        contact(Connection.CONNECTED);
        read(new Claim.HeldBy(SV2, 2));

        assertThat(read(UNKNOWN)).noneMatch(MemberAction.Publish.class::isInstance);
    }
}
