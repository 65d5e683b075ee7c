package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceTier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Each law is broken by somebody, and then fails. */
class ResourceContractTest {
    @Test
    void letsALawfulResourcePass() {
        EngineExecutionResults results = run(OfLawful.class);
        results.testEvents().assertStatistics(it -> it.started(16).succeeded(16));
    }

    @Test
    void findsANameThatChanges() {
        assertThat(broken(OfRenamed.class)).contains("saysTheSameOfItselfAlways");
    }

    @Test
    void findsAProbeThatActs() {
        assertThat(broken(OfActingProbe.class)).contains("aProbeChangesNothing");
    }

    @Test
    void findsAProbeThatSaysOnlineTooEarly() {
        assertThat(broken(OfHopefulProbe.class))
                .contains("isOfflineAtFirst", "offlineOfNothingDoesNothing", "goesOnlineAndOfflineAgainAndAgain");
    }

    @Test
    void findsAnOnlineThatRestartsWhatRuns() {
        assertThat(broken(OfRestarting.class)).containsExactly("onlineTwiceIsOnlineOnce");
    }

    @Test
    void findsAnOfflineThatNeedsWhatOnlineKept() {
        assertThat(broken(OfForgetful.class))
                .containsExactly(
                        "goesOfflineAfterTheProcessDiedInOnline",
                        "offlineOfNothingDoesNothing",
                        "offlineTwiceIsOfflineOnce",
                        "outlivesTheProcess");
    }

    @Test
    void findsAStateKeptInTheDefinition() {
        assertThat(broken(OfStateful.class)).contains("isSharedByAllNodes");
    }

    @Test
    void findsASwallowedInterrupt() {
        assertThat(broken(OfDeaf.class)).contains("anInterruptEndsOnline");
    }

    @Test
    void findsAnInterruptInDisguise() {
        assertThat(broken(OfWrapping.class)).contains("anInterruptEndsOnline", "goesOfflineAfterAnInterruptedOnline");
    }

    @Test
    void findsWorkThatGoesOnAfterTheCall() {
        assertThat(broken(OfLingering.class)).contains("anInterruptEndsOnline");
    }

    @Test
    void findsABlockedResourceThatStartsAnyway() {
        assertThat(broken(OfStubborn.class)).containsExactly("touchesNothingWhenItIsBlocked");
    }

    @Test
    void findsARecoveryThatChangesTheState() {
        assertThat(broken(OfRecovering.class)).containsExactly("staysAsItIsWhenRecoveredAndWhenReleased");
    }

    @Test
    void tellsWhatHadHappened() {
        assertThat(run(OfRestarting.class).testEvents().failed().stream())
                .singleElement()
                .extracting(it -> it.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .asString()
                .contains("the second online should change nothing", "SV1 service W3SVC: stop: DONE");
    }

    @Test
    void abortsTheMoveOfAGroupOnOneNode() {
        run(OfOneNode.class).testEvents().assertStatistics(it -> it.succeeded(15)
                .aborted(1));
    }

    private static List<String> broken(Class<?> test) {
        return run(test).testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(it -> it.getDisplayName().replace("()", ""))
                .sorted()
                .toList();
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute();
    }

    /** A service, started and stopped as it should be. */
    static class Lawful implements Resource {
        static final String SERVICE = "W3SVC";

        @Override
        public ResourceId id() {
            return ResourceId.of("www");
        }

        @Override
        public ResourceTier tier() {
            return ResourceTier.SERVICE;
        }

        @Override
        public Set<NodeThing> uses() {
            return Set.of(NodeThing.service(SERVICE));
        }

        @Override
        public void online(ResourceContext context) throws Exception {
            context.service(SERVICE).start();
        }

        @Override
        public void offline(ResourceContext context) throws Exception {
            context.service(SERVICE).stop();
        }

        @Override
        public Probe probe(ResourceContext context) {
            return switch (context.service(SERVICE).state()) {
                case RUNNING -> Probe.online();
                case STOPPED -> Probe.offline();
                default -> Probe.unknown("in between");
            };
        }
    }

    abstract static class OfService extends ResourceContract {
        @Override
        protected void prepare(FakePlatform platform) {
            platform.service(Lawful.SERVICE).startTakes(Duration.ofSeconds(40)).stopTakes(Duration.ofSeconds(20));
        }
    }

    static class OfLawful extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful();
        }
    }

    static class OfOneNode extends OfLawful {
        @Override
        protected FailoverGroup group(Resource resource) {
            return FailoverGroup.builder("alone")
                    .nodes("SV1")
                    .resource(resource)
                    .build();
        }
    }

    static class OfRenamed extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                private ResourceTier tier = ResourceTier.SERVICE;

                @Override
                public ResourceTier tier() {
                    return tier;
                }

                @Override
                public void offline(ResourceContext context) throws Exception {
                    super.offline(context);
                    tier = ResourceTier.APPLICATION;
                }
            };
        }
    }

    static class OfActingProbe extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public Probe probe(ResourceContext context) {
                    Probe probe = super.probe(context);
                    if (probe.state() == Probe.State.ONLINE) {
                        context.platform().services().start(SERVICE);
                    }
                    return probe;
                }
            };
        }
    }

    static class OfHopefulProbe extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public Probe probe(ResourceContext context) {
                    return Probe.online();
                }
            };
        }
    }

    static class OfRestarting extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void online(ResourceContext context) throws Exception {
                    context.service(SERVICE).stop();
                    context.service(SERVICE).start();
                }
            };
        }
    }

    static class OfForgetful extends OfService {
        private static final NodeLocal<String> SESSION = NodeLocal.named("session");

        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void online(ResourceContext context) throws Exception {
                    context.put(SESSION, "open");
                    super.online(context);
                }

                @Override
                public void offline(ResourceContext context) throws Exception {
                    if (context.get(SESSION).isEmpty()) {
                        throw new IllegalStateException("no session");
                    }
                    super.offline(context);
                    context.remove(SESSION);
                }
            };
        }
    }

    static class OfStateful extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                private boolean online;

                @Override
                public void online(ResourceContext context) throws Exception {
                    super.online(context);
                    online = true;
                }

                @Override
                public void offline(ResourceContext context) throws Exception {
                    super.offline(context);
                    online = false;
                }

                @Override
                public Probe probe(ResourceContext context) {
                    return online ? Probe.online() : Probe.offline();
                }
            };
        }
    }

    static class OfDeaf extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void online(ResourceContext context) throws Exception {
                    try {
                        super.online(context);
                    } catch (InterruptedException e) {
                        super.online(context);
                    }
                }
            };
        }
    }

    static class OfWrapping extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void online(ResourceContext context) throws Exception {
                    try {
                        super.online(context);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    static class OfLingering extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void online(ResourceContext context) throws Exception {
                    context.timeline().after(Duration.ofMinutes(30), () -> context.platform()
                            .services()
                            .start(SERVICE));
                    super.online(context);
                }
            };
        }
    }

    static class OfStubborn extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void onlineBlocked(ResourceContext context, ResourceId failed) throws Exception {
                    online(context);
                }
            };
        }
    }

    static class OfRecovering extends OfService {
        @Override
        protected Resource resource() {
            return new Lawful() {
                @Override
                public void recovered(ResourceContext context) throws Exception {
                    offline(context);
                    online(context);
                }
            };
        }
    }
}
