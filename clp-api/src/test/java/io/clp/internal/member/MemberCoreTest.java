package io.clp.internal.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.StaleEpochException;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.Fencer;
import io.clp.internal.member.MemberInput.Recorded;
import io.clp.resource.ServiceResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The core by itself: inputs in, actions out; no platform, no time but what it is told. */
class MemberCoreTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");
    private static final Claim FREE = new Claim.Free(0, Optional.empty());
    private static final long SECOND = 1_000_000_000L;

    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(ServiceResource.builder("app").service("App").build())
            .failover(FailoverPolicy.builder()
                    .restarts(1)
                    .resetAfter(Duration.ofMinutes(15))
                    .build())
            .build();
    private final MemberCore core = new MemberCore(new MemberSettings(SV1, false, 30 * SECOND, 0, 10 * SECOND));
    private final List<MemberAction> all = new ArrayList<>();
    private long now = -5 * SECOND; // the monotonic time may begin anywhere

    MemberCoreTest() {
        core.add(web, false, 60 * SECOND);
    }

    private List<MemberAction> take(MemberInput input) {
        now += 1_000;
        List<MemberAction> actions = core.take(input, now, now / 1_000_000).stream()
                .filter(it -> !(it instanceof MemberAction.Say))
                .toList();
        all.addAll(actions);
        return actions;
    }

    private List<MemberAction> contact(Connection connection, NodeId... alive) {
        Set<NodeId> nodes = new LinkedHashSet<>(List.of(alive));
        return take(new MemberInput.Contact(connection, nodes, nodes));
    }

    private List<MemberAction> read(Claim claim) {
        return remembered(claim, Optional.of("wish=run\n"));
    }

    private static MemberCall call(MemberCall.Kind kind) {
        return new MemberCall(1, kind, kind == MemberCall.Kind.JOIN ? -1 : 0, SV2, null, 0);
    }

    private void joined(Claim claim) {
        contact(Connection.CONNECTED, SV1, SV2);
        take(new MemberInput.Asked(call(MemberCall.Kind.JOIN)));
        read(claim);
        take(new MemberInput.Became(0, GroupState.OFFLINE));
        take(new MemberInput.Cleaned(null));
    }

    /** Ends the start that is under way, with a report. */
    private List<MemberAction> ended(long work, GroupState state) {
        return take(new MemberInput.Ended(0, work, Reports.start(web, SV1), null, state));
    }

    private void started() {
        joined(FREE);
        take(new MemberInput.Claimed(0, new Claim.Acquired(1)));
        ended(1, GroupState.ONLINE);
        all.clear();
    }

    @Test
    void claimsBeforeItStarts() {
        joined(FREE);

        assertThat(all).contains(new MemberAction.Claim(0)).noneMatch(MemberAction.Start.class::isInstance);
        assertThat(take(new MemberInput.Claimed(0, new Claim.Acquired(7))))
                .contains(new MemberAction.Start(0, 1, StartCause.START, 7));
    }

    @Test
    void aTakeoverThatArrivedTwiceIsClaimedAnewWhateverWasReadMeanwhile() {
        joined(new Claim.HeldBy(SV2, 1));
        contact(Connection.CONNECTED, SV1);
        assertThat(take(new MemberInput.Fenced(SV2, Fencer.Result.DEAD_FOR_SURE)))
                .contains(new MemberAction.TakeOver(0, 1));
        read(new Claim.Unknown("no answer"));

        assertThat(take(new MemberInput.Claimed(0, new Claim.HeldBy(SV1, 2)))).contains(new MemberAction.Claim(0));
        assertThat(take(new MemberInput.Claimed(0, new Claim.Acquired(3))))
                .contains(new MemberAction.Start(0, 1, StartCause.FAILOVER, 3));
    }

    @Test
    void whatIsAcquiredWhileContactIsSuspendedStartsWhenThereIsContactAgain() {
        joined(FREE);
        contact(Connection.SUSPENDED, SV1, SV2);

        assertThat(take(new MemberInput.Claimed(0, new Claim.Acquired(7))))
                .noneMatch(MemberAction.Start.class::isInstance);
        assertThat(contact(Connection.CONNECTED, SV1, SV2)).contains(new MemberAction.Start(0, 1, StartCause.START, 7));
    }

    @Test
    void whatBecomesThisNodesWhileContactIsSuspendedIsClaimedWhenThereIsContactAgain() {
        joined(new Claim.Free(3, Optional.of(SV2)));
        contact(Connection.CONNECTED, SV1);
        assertThat(all).contains(new MemberAction.Redirect(0, 3, Optional.of(SV1)));
        contact(Connection.SUSPENDED, SV1);

        assertThat(take(new MemberInput.Redirected(0, true))).noneMatch(MemberAction.Claim.class::isInstance);
        assertThat(contact(Connection.CONNECTED, SV1)).contains(new MemberAction.Claim(0));
    }

    @Test
    void aStartThatWasAskedForIsAnsweredWhenContactIsLostBeforeTheGroupIsForThisNode() {
        joined(new Claim.Free(3, Optional.of(SV2)));
        MemberCall start = call(MemberCall.Kind.START);
        assertThat(take(new MemberInput.Asked(start))).contains(new MemberAction.Redirect(0, 3, Optional.of(SV1)));
        contact(Connection.LOST, SV1);

        assertThat(take(new MemberInput.Redirected(0, true))).anyMatch(MemberCoreTest::refuses);
    }

    private static boolean refuses(MemberAction action) {
        return action instanceof MemberAction.Answer answer && answer.error() instanceof CallRefusedException;
    }

    @Test
    void aGroupThatWasGivenBackIsNotClaimedBeforeWhatItsOwnerLeftIsRead() {
        joined(new Claim.HeldBy(SV2, 1));
        remembered(new Claim.HeldBy(SV2, 1), Optional.of("wish=run\n"));
        Claim free = new Claim.Free(1, Optional.empty());

        assertThat(remembered(free, Optional.empty())).noneMatch(MemberAction.Claim.class::isInstance);
        assertThat(remembered(free, Optional.of("wish=stopped\n"))).noneMatch(MemberAction.Claim.class::isInstance);
        assertThat(remembered(free, Optional.of("wish=run\n"))).contains(new MemberAction.Claim(0));
    }

    @Test
    void aNewProcessReadsSeveralTimesBeforeItBelievesThatNothingWasLeftToIt() {
        contact(Connection.CONNECTED, SV1, SV2);
        take(new MemberInput.Asked(call(MemberCall.Kind.JOIN)));
        Claim earlier = new Claim.HeldBy(SV1, 3);

        for (int i = 0; i < 2; i++) {
            assertThat(remembered(earlier, Optional.empty()))
                    .noneMatch(MemberAction.Claim.class::isInstance)
                    .anyMatch(MemberAction.Read.class::isInstance);
        }
        assertThat(remembered(earlier, Optional.empty())).contains(new MemberAction.Claim(0));
    }

    private List<MemberAction> remembered(Claim claim, Optional<String> memo) {
        return take(new MemberInput.Read(List.of(new Recorded(0, claim, Optional.empty(), memo))));
    }

    @Test
    void anUnknownClaimStartsNothingAndIsRead() {
        joined(FREE);

        List<MemberAction> actions = take(new MemberInput.Claimed(0, new Claim.Unknown("lost")));

        assertThat(actions)
                .noneMatch(MemberAction.Start.class::isInstance)
                .anyMatch(MemberAction.Read.class::isInstance);
        assertThat(read(new Claim.Unknown("lost"))).noneMatch(MemberAction.Start.class::isInstance);
    }

    @Test
    void aClaimThatWasAnsweredUnknownAndTurnsOutToBeOursIsStarted() {
        joined(FREE);
        take(new MemberInput.Claimed(0, new Claim.Unknown("lost")));

        assertThat(read(new Claim.HeldBy(SV1, 1))).contains(new MemberAction.Start(0, 1, StartCause.START, 1));
    }

    @Test
    void claimsAnewWhatItHadBeforeItsProcessBegan() {
        contact(Connection.CONNECTED, SV1, SV2);
        take(new MemberInput.Asked(call(MemberCall.Kind.JOIN)));

        assertThat(read(new Claim.HeldBy(SV1, 3))).contains(new MemberAction.Claim(0));
        assertThat(take(new MemberInput.Claimed(0, new Claim.Acquired(4))))
                .contains(new MemberAction.Clean(Set.of(web.id())));
    }

    @Test
    void cleansBeforeItStartsAnything() {
        contact(Connection.CONNECTED, SV1, SV2);
        take(new MemberInput.Asked(call(MemberCall.Kind.JOIN)));

        assertThat(read(FREE))
                .contains(new MemberAction.Clean(Set.of()))
                .noneMatch(MemberAction.Claim.class::isInstance);
    }

    @Test
    void whoeverComesBackTellsTheResources() {
        joined(new Claim.HeldBy(SV2, 4));

        assertThat(all).contains(new MemberAction.Recover(0));
    }

    @Test
    void aClusterThatBeginsRecoversNothing() {
        joined(FREE);

        assertThat(all).noneMatch(MemberAction.Recover.class::isInstance);
    }

    @Test
    void lostContactStopsEvenWhatStarts() {
        joined(FREE);
        take(new MemberInput.Claimed(0, new Claim.Acquired(1)));

        assertThat(contact(Connection.LOST, SV1)).contains(new MemberAction.Stop(0, 2, StopCause.GROUP_FAILOVER));
    }

    @Test
    void suspendedContactStopsNothing() {
        started();

        assertThat(contact(Connection.SUSPENDED, SV1))
                .contains(new MemberAction.Supervise(false))
                .noneMatch(MemberAction.Stop.class::isInstance);
    }

    @Test
    void whoeverIsOvertakenGoesOffline() {
        started();

        assertThat(read(new Claim.HeldBy(SV2, 2))).contains(new MemberAction.Stop(0, 2, StopCause.GROUP_FAILOVER));
    }

    @Test
    void anOlderAnswerChangesNothing() {
        joined(FREE);
        take(new MemberInput.Claimed(0, new Claim.Acquired(5)));
        ended(1, GroupState.ONLINE);

        assertThat(read(new Claim.HeldBy(SV2, 4))).noneMatch(MemberAction.Stop.class::isInstance);
    }

    @Test
    void anUncertainReleaseIsTriedAgainUntilItIsCertain() {
        started();
        take(new MemberInput.Asked(call(MemberCall.Kind.MOVE)));
        take(new MemberInput.Ended(0, 2, null, null, GroupState.OFFLINE));
        MemberAction release = new MemberAction.Release(0, 1, Optional.of(SV2));
        assertThat(all).contains(release);

        assertThat(take(new MemberInput.Released(0, false))).anyMatch(MemberAction.Read.class::isInstance);
        assertThat(read(new Claim.HeldBy(SV1, 1))).contains(release);
        take(new MemberInput.Released(0, true));

        assertThat(read(new Claim.Free(1, Optional.of(SV2)))).noneMatch(MemberAction.Start.class::isInstance);
    }

    @Test
    void nothingIsReleasedThatIsNotOffline() {
        started();
        take(new MemberInput.Asked(call(MemberCall.Kind.MOVE)));

        List<MemberAction> actions = take(new MemberInput.Ended(0, 2, null, null, GroupState.OFFLINE_FAILURE));

        assertThat(actions).noneMatch(MemberAction.Release.class::isInstance);
        assertThat(take(new MemberInput.Tick())).noneMatch(MemberAction.Stop.class::isInstance);
    }

    @Test
    void aLostNodeIsFencedBeforeItsGroupIsTakenOver() {
        joined(new Claim.HeldBy(SV2, 4));

        assertThat(contact(Connection.CONNECTED, SV1)).contains(new MemberAction.Fence(SV2));
        assertThat(all).noneMatch(MemberAction.TakeOver.class::isInstance);
        assertThat(take(new MemberInput.Fenced(SV2, Fencer.Result.DEAD_FOR_SURE)))
                .contains(new MemberAction.TakeOver(0, 4));
    }

    @Test
    void theFencersWordHoldsForWhatWasClaimedWhenItWasAsked() {
        joined(new Claim.HeldBy(SV2, 4));
        contact(Connection.CONNECTED, SV1);
        read(new Claim.HeldBy(SV2, 5)); // it was back for a moment

        assertThat(take(new MemberInput.Fenced(SV2, Fencer.Result.DEAD_FOR_SURE)))
                .noneMatch(MemberAction.TakeOver.class::isInstance)
                .contains(new MemberAction.Fence(SV2));
    }

    @Test
    void aFencerThatDoesNotKnowIsNoReason() {
        joined(new Claim.HeldBy(SV2, 4));
        contact(Connection.CONNECTED, SV1);

        assertThat(take(new MemberInput.Fenced(SV2, Fencer.Result.UNKNOWN)))
                .noneMatch(MemberAction.TakeOver.class::isInstance);
        now += 31 * SECOND;
        assertThat(take(new MemberInput.Tick())).contains(new MemberAction.Fence(SV2));
    }

    @Test
    void aVerdictIsAnsweredByARestartAndThenByLeaving() {
        started();
        MemberInput verdict = new MemberInput.Verdict(0, web.resources().get(0).id(), "stopped");

        assertThat(take(verdict))
                .contains(new MemberAction.Restart(0, 2, web.resources().get(0).id()));
        ended(2, GroupState.ONLINE);
        assertThat(take(verdict)).contains(new MemberAction.Stop(0, 3, StopCause.GROUP_FAILOVER));
    }

    @Test
    void restartsCountAnewAfterTheQuietPeriod() {
        started();
        MemberInput verdict = new MemberInput.Verdict(0, web.resources().get(0).id(), "stopped");
        take(verdict);
        ended(2, GroupState.ONLINE);
        now += Duration.ofMinutes(16).toNanos();

        assertThat(take(verdict)).anyMatch(MemberAction.Restart.class::isInstance);
    }

    @Test
    void aStartThatIsRefusedIsNotTriedAgainAtOnce() {
        joined(FREE);
        take(new MemberInput.Claimed(0, new Claim.Acquired(1)));
        take(new MemberInput.Ended(0, 1, null, new StaleEpochException(1, 2), GroupState.OFFLINE));

        assertThat(read(new Claim.HeldBy(SV1, 1))).noneMatch(MemberAction.Start.class::isInstance);
        assertThat(core.wakeAt()).isNotEqualTo(Long.MAX_VALUE);
        now = core.wakeAt();
        assertThat(take(new MemberInput.Tick())).anyMatch(MemberAction.Start.class::isInstance);
    }

    @Test
    void callsBeforeJoiningAreRefused() {
        assertThat(take(new MemberInput.Asked(call(MemberCall.Kind.START))))
                .singleElement()
                .isInstanceOfSatisfying(MemberAction.Answer.class, it -> assertThat(it.error())
                        .isInstanceOf(CallRefusedException.class)
                        .hasMessageContaining("not joined"));
    }

    @Test
    void anEventThatChangesNothingAsksForNothing() {
        started();
        MemberInput kept = new MemberInput.Read(
                List.of(new Recorded(0, new Claim.HeldBy(SV1, 1), Optional.empty(), Optional.of("wish=run\n"))));
        take(kept);

        assertThat(take(kept)).isEmpty();
        assertThat(take(new MemberInput.Tick())).isEmpty();
    }

    @Test
    void aMemoThatWasNotKeptIsWrittenAgain() {
        started();

        assertThat(remembered(new Claim.HeldBy(SV1, 1), Optional.empty()))
                .contains(new MemberAction.Remember(0, 1, "wish=run\n"));
    }
}
