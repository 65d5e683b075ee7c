package io.clp.examples;

import io.clp.NodeId;
import io.clp.failover.Coordination;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.contract.CoordinationContract;
import io.clp.testkit.contract.CoordinationFixture;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The coordination over one's own quorum keeps the rules of the port. */
class QuorumCoordinationContractTest extends CoordinationContract {
    @Override
    protected CoordinationFixture fixture() {
        return new Fixture();
    }

    private static final class Fixture extends CoordinationFixture {
        private final FakeMachines machines =
                FakeMachines.builder().nodes("SV1", "SV2", "SV3", "SV4").build();
        private final SharedQuorum quorum = new SharedQuorum();
        private final Map<String, Coordination> sessions = new ConcurrentHashMap<>();
        private final Map<String, AtomicBoolean> lives = new ConcurrentHashMap<>();
        private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

        @Override
        public Set<Ability> lacks() {
            return Set.of(Ability.OFFERS);
        }

        @Override
        public Coordination session(String node) {
            return sessions.computeIfAbsent(node, this::open);
        }

        private Coordination open(String node) {
            AtomicBoolean living = new AtomicBoolean(true);
            lives.put(node, living);
            return new QuorumCoordination(
                    quorum.seenFrom(node, timeline(), () -> living.get() && !cutOff.contains(node)), NodeId.of(node));
        }

        @Override
        public Timeline timeline() {
            return machines.node("SV4").timeline();
        }

        @Override
        public void pass(Duration time) {
            machines.advance(time);
        }

        @Override
        public void end(String node) {
            sessions.remove(node);
            Objects.requireNonNull(lives.get(node), node).set(false);
        }

        @Override
        public void cutOff(String node) {
            cutOff.add(node);
        }

        @Override
        public void reconnect(String node) {
            cutOff.remove(node);
        }

        @Override
        public void close() {
            machines.close();
        }
    }
}
