package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.testkit.internal.cluster.Quorums;
import io.clp.time.Timeline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A coordination that breaks a rule fails the tests of that rule; what it lacks is aborted, and never passed. */
class CoordinationPlantedBugsTest {
    private static Bug planted = (method, arguments, real) -> real.call();

    @AfterEach
    void mend() {
        planted = (method, arguments, real) -> real.call();
    }

    @Test
    void findsATakeoverWithoutACondition() {
        assertThat(broken("takeOver", (arguments, coordination, real) -> {
                    Claim now = coordination.read((GroupId) arguments[0]);
                    arguments[2] = now instanceof Claim.HeldBy held ? held.epoch() : 0L;
                    return real.call();
                }))
                .containsExactly(
                        "aTakeoverThatIsLateChangesNothing",
                        "anOwnersNewClaimDefeatsATakeoverThatWasPrepared",
                        "ofTwoRescuersOneWins");
    }

    @Test
    void findsAReleaseUnderAnyEpoch() {
        assertThat(broken("release", (arguments, coordination, real) -> {
                    if (coordination.read((GroupId) arguments[0]) instanceof Claim.HeldBy held) {
                        arguments[1] = held.epoch();
                    }
                    return real.call();
                }))
                .contains("onlyThePresentEpochReleases", "theOwnersOwnClaimGivesAHigherEpoch");
    }

    @Test
    void findsAReleaseThatForgetsForWhom() {
        assertThat(broken("release", (arguments, coordination, real) -> {
                    arguments[2] = Optional.empty();
                    return real.call();
                }))
                .contains("aGroupReleasedForANodeIsClaimedByNoOther");
    }

    @Test
    void findsAnOwnershipThatIsAlwaysCertain() {
        assertThat(broken("stillOurs", (arguments, coordination, real) -> true))
                .contains(
                        "anOwnershipIsNotCertainForLongerThanTheSession",
                        "aNodeThatStoodStillDoesNotTakeItsOldBeliefsForCertain",
                        "aTakeoverMeanwhileIsKnownAfterTheReturn",
                        "aReleaseThatWasNotAnsweredMayHaveHappened");
    }

    @Test
    void findsAContactThatIsNeverLost() {
        assertThat(broken("connection", (arguments, coordination, real) -> Connection.CONNECTED))
                .contains("aNodeThatIsCutOffIsSuspendedAndThenLostByItsOwnClock");
    }

    @Test
    void findsASuspensionTakenForALoss() {
        assertThat(broken("connection", (arguments, coordination, real) -> {
                    Object now = real.call();
                    return now == Connection.SUSPENDED ? Connection.LOST : now;
                }))
                .contains("aNodeThatIsCutOffIsSuspendedAndThenLostByItsOwnClock");
    }

    @Test
    void findsSilenceTakenForAFreeGroup() {
        assertThat(broken("read", (arguments, coordination, real) -> {
                    Object claim = real.call();
                    return claim instanceof Claim.Unknown ? new Claim.Free(0, Optional.empty()) : claim;
                }))
                .contains("withoutContactNothingIsKnownAndNothingIsDone", "anAnswerComesWithinTheSession");
    }

    @Test
    void findsAWatchThatHearsNothing() {
        assertThat(broken("watch", (arguments, coordination, real) -> {
                    arguments[0] = (Runnable) () -> {};
                    return real.call();
                }))
                .contains("watchersAreToldOfEveryKindOfChange", "whatChangesWhileANodeIsCutOffIsToldAtItsReturn");
    }

    @Test
    void findsAStateThatIsKeptOverOwners() {
        assertThat(broken("published", (arguments, coordination, real) -> Optional.of(GroupState.ONLINE)))
                .contains("whatWasPublishedEndsWithTheOwnership", "whatTheOwnerPublishesIsSeenByAll");
    }

    @Test
    void findsAMemoThatIsNotKept() {
        assertThat(broken("remember", (arguments, coordination, real) -> true)).contains("aMemoOutlivesOwners");
    }

    @Test
    void findsAnOfferThatIsNotTakenBack() {
        assertThat(broken("offering", (arguments, coordination, real) -> coordination.alive()))
                .containsExactly(
                        "aNewProcessHasOfferedNothing",
                        "aNodeTakesGroupsFromItsWordOnToItsWord",
                        "theEndOfTheSessionTakesAnOfferBack");
    }

    @Test
    void findsARedirectOfWhatIsNotFree() {
        assertThat(broken("redirect", (arguments, coordination, real) -> true))
                .contains("aGroupForANodeThatDoesNotComeIsRedirected", "onlyAFreeGroupUnderItsEpochIsRedirected");
    }

    @Test
    void whatACoordinationLacksIsAborted() {
        List<TestExecutionResult> ends = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfSessionsAlone.class))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .map(it -> it.getRequiredPayload(TestExecutionResult.class))
                .toList();
        assertThat(ends).filteredOn(it -> it.getStatus() == Status.FAILED).isEmpty();
        assertThat(ends)
                .filteredOn(it -> it.getStatus() == Status.ABORTED)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(it.getThrowable().orElseThrow())
                        .hasMessageMatching("the coordination under test lacks: .+"));
    }

    private static List<String> broken(String method, Act bug) {
        planted = (called, arguments, real) ->
                called.equals(method) ? bug.instead(arguments, real.coordination(), real) : real.call();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfABentCoordination.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(it -> it.getTestDescriptor().getDisplayName().replace("()", ""))
                .sorted()
                .toList();
    }

    /** Does something else than the real method. */
    @FunctionalInterface
    private interface Act {
        Object instead(Object[] arguments, Coordination coordination, Real real) throws Throwable;
    }

    @FunctionalInterface
    private interface Bug {
        Object call(String method, Object[] arguments, Real real) throws Throwable;
    }

    private interface Real {
        Object call() throws Throwable;

        default Coordination coordination() {
            throw new IllegalStateException("no coordination");
        }
    }

    static class OfABentCoordination extends CoordinationContract {
        @Override
        protected CoordinationFixture fixture() {
            return new Quorums(3, false, OfABentCoordination::bend);
        }

        private static Coordination bend(Coordination real) {
            return (Coordination) Proxy.newProxyInstance(
                    Coordination.class.getClassLoader(),
                    new Class<?>[] {Coordination.class},
                    (proxy, method, arguments) -> planted.call(method.getName(), arguments, new Real() {
                        @Override
                        public Object call() throws Throwable {
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }

                        @Override
                        public Coordination coordination() {
                            return real;
                        }
                    }));
        }
    }

    /** A coordination without anything that may be lacking. */
    static class OfSessionsAlone extends CoordinationContract {
        @Override
        protected CoordinationFixture fixture() {
            Quorums real = new Quorums(3);
            return new CoordinationFixture() {
                @Override
                public Set<Ability> lacks() {
                    return EnumSet.allOf(Ability.class);
                }

                @Override
                public Coordination session(String node) {
                    return real.session(NodeId.of(node).value());
                }

                @Override
                public Timeline timeline() {
                    return real.timeline();
                }

                @Override
                public void pass(Duration time) {
                    real.pass(time);
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        }
    }
}
