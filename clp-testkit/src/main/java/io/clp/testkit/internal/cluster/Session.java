package io.clp.testkit.internal.cluster;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.testkit.internal.fake.World;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process's session with the quorum: each question is one request over the node's link. */
final class Session implements Coordination {
    private static final String SUBJECT = "coordination";

    private final Quorum quorum;
    private final World world;
    private final NodeId node;
    private final Contact contact;

    Session(Quorum quorum, Station station, Contact contact) {
        this.quorum = quorum;
        world = quorum.world();
        node = station.id();
        this.contact = contact;
    }

    @Override
    public Claim claim(GroupId group, NodeId by) {
        requireOurs(by);
        return change(() -> "claim of " + group, group, () -> quorum.register().claim(group, node), Claim.Unknown::new);
    }

    @Override
    public Claim read(GroupId group) {
        return ask(() -> quorum.register().read(group), Claim.Unknown::new);
    }

    @Override
    public boolean stillOurs(GroupId group, long epoch) {
        return world.change(() -> contact.stillOurs(group, epoch));
    }

    @Override
    public void publish(GroupId group, long epoch, GroupState state) {
        ask(() -> quorum.register().publish(group, node, epoch, state), why -> false);
    }

    @Override
    public Optional<GroupState> published(GroupId group) {
        return ask(() -> quorum.register().published(group), why -> Optional.empty());
    }

    @Override
    public Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
        requireOurs(by);
        return change(
                () -> "takeover of " + group + " from epoch " + fencedEpoch,
                group,
                () -> quorum.register().takeOver(group, node, fencedEpoch),
                Claim.Unknown::new);
    }

    @Override
    public boolean release(GroupId group, long epoch, Optional<NodeId> next) {
        return change(
                () -> "release of " + group + ", epoch " + epoch
                        + next.map(it -> ", for " + it).orElse(""),
                group,
                () -> quorum.register().release(group, node, epoch, next),
                why -> false);
    }

    @Override
    public boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
        return change(
                () -> "redirect of " + group + ", epoch " + epoch + ", to "
                        + next.map(NodeId::value).orElse("anybody"),
                group,
                () -> quorum.register().redirect(group, epoch, next),
                why -> false);
    }

    @Override
    public boolean remember(GroupId group, long epoch, String memo) {
        if (memo.length() > Register.MEMO_MAX) {
            throw new IllegalArgumentException("a memo has at most " + Register.MEMO_MAX + " characters");
        }
        return ask(() -> quorum.register().remember(group, node, epoch, memo), why -> false);
    }

    @Override
    public Optional<String> recall(GroupId group) {
        return ask(() -> quorum.register().recall(group), why -> Optional.empty());
    }

    @Override
    public Connection connection() {
        return world.change(contact::heard);
    }

    /** Returns the same for the test: the process does not hear of it. */
    Connection seen() {
        return world.change(contact::connection);
    }

    @Override
    public Set<NodeId> alive() {
        return world.change(contact::alive);
    }

    @Override
    public void offer(boolean takesGroups) {
        ask(() -> quorum.offer(node, takesGroups), why -> false);
    }

    @Override
    public Set<NodeId> offering() {
        return world.change(contact::offering);
    }

    @Override
    public Optional<Duration> session() {
        return Optional.of(quorum.session());
    }

    @Override
    public Subscription watch(Runnable somethingChanged) {
        Runnable watcher = () -> somethingChanged.run(); // another one each time, so that each ends by itself
        world.change(() -> contact.watch(watcher));
        return () -> world.change(() -> contact.unwatch(watcher));
    }

    private void requireOurs(NodeId by) {
        if (!by.equals(node)) {
            throw new IllegalArgumentException("this is the session of " + node + ", not of " + by);
        }
    }

    /** Asks for a change of a group's ownership, which the trace shows. */
    private <T> T change(Supplier<String> what, GroupId group, Supplier<T> work, Function<String, T> unknown) {
        return ask(
                () -> {
                    T answer = work.get();
                    world.happened(node, SUBJECT, () -> what.get() + ": " + answer);
                    return answer;
                },
                why -> {
                    world.change(() -> {
                        contact.doubt(group);
                        world.happened(node, SUBJECT, () -> what.get() + ": not known, " + why);
                    });
                    return unknown.apply(why);
                });
    }

    private <T> T ask(Supplier<T> work, Function<String, T> unknown) {
        Request<T> request = new Request<>(work);
        String none = world.change(request::send);
        if (none != null) {
            return unknown.apply(none);
        }
        T answer = request.answer.get();
        if (answer != null) {
            return answer;
        }
        try {
            if (contact.process().await(request.arrived, quorum.answerLimit())) {
                T late = request.answer.get();
                if (late != null) {
                    return late;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown.apply("the wait for the answer was interrupted");
        }
        return unknown.apply("no answer within " + quorum.answerLimit());
    }

    /** One question on its way. */
    private final class Request<T> {
        private final Supplier<T> work;
        private final AtomicReference<@Nullable T> answer = new AtomicReference<>();
        private final CompletableFuture<?> arrived = new CompletableFuture<>();

        Request(Supplier<T> work) {
            this.work = work;
        }

        /** Sends it; under the lock. Returns why it cannot be answered, or null. */
        @Nullable
        String send() {
            if (world.calledByTheDead() || contact.ended()) {
                return "the process was ended";
            }
            if (!contact.hasSession()) {
                return "no session";
            }
            Link.Passage passage = quorum.linkOf(node).pass(quorum.hears(contact.station()));
            if (passage.there().isZero()) {
                arrive(passage);
            } else if (passage.done() > 0) {
                quorum.later(passage.there(), () -> arrive(passage));
            }
            return null;
        }

        private void arrive(Link.Passage passage) {
            if (passage.done() == 0 || !quorum.knows(node)) {
                return;
            }
            long before = quorum.register().changes();
            T result = work.get();
            for (int again = 1; again < passage.done(); again++) {
                result = work.get();
            }
            if (quorum.register().changes() != before) {
                quorum.changed();
            }
            T told = result;
            if (passage.atOnce()) {
                told(told);
            } else if (passage.answered()) {
                quorum.later(passage.back(), () -> {
                    if (quorum.linkOf(node).answers()) {
                        told(told);
                        world.wake(arrived);
                    }
                });
            }
        }

        private void told(T result) {
            answer.set(result);
            if (!contact.held() && !contact.ended() && quorum.answers(contact.station())) {
                contact.establish();
            }
        }
    }
}
