package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.internal.decide.Action;
import io.clp.internal.decide.Call;
import io.clp.internal.decide.Decision;
import io.clp.internal.decide.GroupCore;
import io.clp.internal.decide.Input;
import io.clp.internal.decide.Limits;
import io.clp.internal.decide.Result;
import io.clp.internal.decide.Shape;
import io.clp.internal.decide.View;
import io.clp.internal.definition.Things;
import io.clp.platform.NodeThing;
import io.clp.resource.ResourceException;
import io.clp.time.TimelineEndedException;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One group on one node: inputs come from any thread and are taken one at a time by whichever thread finds nobody taking them; what was
 * decided is done then and there, attempts are launched after.
 */
final class GroupRunner {
    /** How many returns are worth a turn while attempts wait for a thread. */
    private static final int MANY = 256;

    final NodeController node;
    final FailoverGroup group;
    final Shape shape;
    final Duration startLimit;
    final Duration stopLimit;
    private final Teller teller;
    private final List<List<String>> keys = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox();
    private final AtomicReference<Taking> taking = new AtomicReference<>(Taking.NOBODY);
    private final Answers answers = new Answers();
    private final NodeStore[] stores;
    private volatile View view;

    // within the turn only
    private final @Nullable Attempt[] attempts;
    private final NodeLocks.@Nullable Request[] locks;
    private List<Attempt> ready = new ArrayList<>();
    private @Nullable Timer wake;
    private @Nullable Timer looking;
    private long now;

    /** Who takes what came. */
    private enum Taking {
        NOBODY,
        /** A piece of work that waits for a thread; whoever has something that cannot wait may be first. */
        LATER,
        NOW
    }

    GroupRunner(NodeController node, FailoverGroup group) {
        this.node = node;
        this.group = group;
        shape = Shape.of(group);
        startLimit = Limits.start(shape);
        stopLimit = Limits.stop(shape);
        view = View.initial(shape.size());
        attempts = new @Nullable Attempt[shape.size()];
        locks = new NodeLocks.@Nullable Request[shape.size()];
        stores = new NodeStore[shape.size()];
        for (int i = 0; i < shape.size(); i++) {
            stores[i] = new NodeStore();
            keys.add(Things.sorted(shape.resource(i)).stream()
                    .map(NodeThing::key)
                    .distinct()
                    .toList());
        }
        teller = new Teller(node, this);
    }

    View view() {
        return view;
    }

    /** Returns whether a resource uses a thing, by its key. */
    boolean uses(int index, String key) {
        return keys.get(index).contains(key);
    }

    NodeStore store(int index) {
        return stores[index];
    }

    void ask(Pending call) {
        answers.await(call);
        post(new Input.Asked(call.call()), false);
    }

    /** Asks for one probe outside any call; the future completes on the engine's own thread. */
    CompletableFuture<Object> askProbe(int index, long number) {
        CompletableFuture<Object> found = new CompletableFuture<>();
        answers.await(number, found);
        post(new Input.ProbeAsked(index, number), false);
        return found;
    }

    void post(Input input) {
        post(input, false);
    }

    /** Takes an attempt's return. {@code last}: called as the last act of the attempt's own work. */
    void cameBack(Attempt attempt, Result result, boolean last) {
        Input input = new Input.CameBack(attempt.index(), attempt.token(), result);
        if (last && node.launcher.busy()) {
            postAmongOthers(input, attempt.probeAhead());
        } else {
            post(input, last);
        }
    }

    private void post(Input input, boolean last) {
        mailbox.add(input);
        takeTurns(last);
    }

    /**
     * Takes the return of an attempt while others wait for a thread. They begin before what a turn would launch, and may as well come
     * back before it, until there is so much to take that one thread has enough to do with it while the rest go on.
     */
    private void postAmongOthers(Input input, @Nullable Attempt probe) {
        boolean many = mailbox.add(input) >= MANY;
        if (probe != null) {
            node.launcher.launchNext(probe); // it need not wait for the turn that will ask for it
        }
        if (many || !someoneTakes()) {
            takeTurns(probe == null);
        }
    }

    /** Returns whether somebody takes what came, at the latest when what waits for a thread now has begun. */
    private boolean someoneTakes() {
        Taking before = taking.get(); // a look is cheaper than the attempt to set what is set already
        if (before == Taking.NOBODY && taking.compareAndSet(before, Taking.LATER)) {
            node.launcher.execute("turn", this::takeLater);
            return true;
        }
        return taking.get() == Taking.LATER;
    }

    private void takeLater() {
        taking.compareAndSet(
                Taking.LATER, Taking.NOBODY); // from here on nobody relies on this, were there nothing left to take
        takeTurns(true);
    }

    /** Takes what has come unless somebody else does, who then takes it too. */
    private void takeTurns(boolean last) {
        while (!mailbox.isEmpty() && beginTaking()) {
            List<Attempt> launched = new ArrayList<>(2);
            List<Runnable> answered = answers.begin();
            ready = launched;
            try {
                do {
                    take(mailbox.takeAll());
                } while (!mailbox.isEmpty() && !node.launcher.busy());
            } finally {
                taking.set(Taking.NOBODY); // a fault of the platform's observer must not end the group's turns for good
            }
            withdraw(launch(launched, last));
            for (Runnable answer : answered) {
                answer.run();
            }
            if (!mailbox.isEmpty() && node.launcher.busy() && someoneTakes()) {
                return;
            }
        }
    }

    private boolean beginTaking() {
        return taking.compareAndSet(Taking.NOBODY, Taking.NOW) || taking.compareAndSet(Taking.LATER, Taking.NOW);
    }

    /** Takes back what the executor refused. The caller then takes turns, in one of which that is heard. */
    private void withdraw(List<Attempt> refused) {
        if (refused.isEmpty()) {
            return;
        }
        boolean mine = beginTaking(); // a long group would nest a turn for each refusal
        refused.forEach(Attempt::withdraw);
        if (mine) {
            taking.set(Taking.NOBODY);
        }
    }

    /** Attempts that came back together are taken together: a turn costs more than what it finds. */
    private void take(List<Input> inputs) {
        if (inputs.size() == 1) {
            takeTurn(inputs);
            return;
        }
        int from = 0;
        while (from < inputs.size()) {
            int to = from + 1;
            // Where a call waits, another may begin, and the events of the one before would have its epoch.
            while (to < inputs.size()
                    && inputs.get(to - 1) instanceof Input.CameBack
                    && inputs.get(to) instanceof Input.CameBack
                    && !view.callsWait()) {
                to++;
            }
            takeTurn(inputs.subList(from, to));
            from = to;
        }
    }

    private void takeTurn(List<Input> inputs) {
        now = node.timeline.nanos();
        View before = view;
        Decision decision = GroupCore.decide(shape, before, inputs, now);
        view = decision.view();
        if (view.hung() != before.hung()) {
            node.hungChanged(view.hung() - before.hung());
        }
        for (Action action : decision.actions()) {
            act(action);
        }
    }

    private void act(Action action) {
        if (action instanceof Action.Run run) {
            run(run);
        } else if (action instanceof Action.Ended ended) {
            Attempt attempt = attempts[ended.resource()];
            teller.ended(ended, attempt);
            if (!ended.hangs()) {
                attempts[ended.resource()] = attempt == null ? null : attempt.probe();
            }
        } else if (action instanceof Action.ResourceBecame became) {
            teller.resourceBecame(became);
        } else if (action instanceof Action.Unlock unlock) {
            unlock(unlock.resource());
        } else if (action instanceof Action.Interrupt interrupt) {
            interrupt(interrupt);
        } else if (action instanceof Action.WakeAt at) {
            wakeAt(at.at());
        } else if (action instanceof Action.GroupBecame became) {
            teller.groupBecame(became);
        } else if (action instanceof Action.Failed failed) {
            teller.failed(failed, failed.resource() < 0 ? null : attempts[failed.resource()]);
        } else if (action instanceof Action.Begin) {
            teller.begin(now);
        } else if (action instanceof Action.Answer answer) {
            answer(answer);
        } else if (action instanceof Action.Refuse refuse) {
            refuse(refuse);
        } else if (action instanceof Action.LookEvery look) {
            lookEvery(look.everyNanos());
        } else if (action instanceof Action.Found found) {
            answers.found(found);
        }
    }

    private void run(Action.Run run) {
        int index = run.resource();
        teller.begins(run);
        Attempt ahead = attempts[index];
        if (ahead != null && ahead.token() == run.token()) {
            return; // it began as soon as it could
        }
        Attempt attempt = new Attempt(this, run);
        attempts[index] = attempt;
        boolean alone =
                switch (run.kind()) {
                    case ONLINE, OFFLINE, RELEASED -> shape.usesThings(index) && locks[index] == null;
                    case PROBE, ONLINE_BLOCKED, RECOVERED -> false;
                };
        if (alone) {
            NodeLocks.Request request =
                    new NodeLocks.Request(keys.get(index), "group " + group.id(), () -> launchGranted(attempt));
            locks[index] = request;
            if (!node.locks.acquire(request)) {
                return;
            }
        }
        ready.add(attempt);
    }

    private void launchGranted(Attempt attempt) {
        withdraw(launch(List.of(attempt), false));
        takeTurns(false);
    }

    /** Returns what the executor refused. */
    private List<Attempt> launch(List<Attempt> launched, boolean last) {
        if (launched.isEmpty()) {
            return launched;
        }
        try {
            if (last) {
                node.launcher.launchLast(launched);
            } else {
                node.launcher.launch(launched);
            }
            return List.of();
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException | Error e) { // a user's executor may fail as it likes, for want of a thread say
            node.log.error("the executor refuses operations of group {}", group.id(), e);
            return launched;
        }
    }

    private void unlock(int index) {
        NodeLocks.Request request = locks[index];
        if (request != null) {
            locks[index] = null;
            node.locks.release(request);
        }
    }

    private void interrupt(Action.Interrupt interrupt) {
        int index = interrupt.resource();
        Attempt attempt = attempts[index];
        if (attempt == null || attempt.token() != interrupt.token()) {
            return;
        }
        NodeLocks.Request request = locks[index];
        String waitedFor = request == null ? null : node.locks.cancel(request);
        if (waitedFor == null) {
            attempt.giveUp();
            return;
        }
        locks[index] = null;
        String message = attempt.name() + " waited in vain for " + waitedFor;
        ClpException error = new ResourceException(
                message,
                ClpException.Facts.of(attempt.name())
                        .advice("give the operation a longer deadline, or look at what the other group does"),
                ResourceException.Retry.MAY_HELP,
                null);
        error.locate(node.id(), group.id(), shape.resource(index).id());
        mailbox.add(new Input.CameBack(index, attempt.token(), new Result.NotBegun(error))); // taken within this turn
    }

    private void wakeAt(long at) {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        if (at != Long.MAX_VALUE) {
            wake = node.timeline.after(Duration.ofNanos(at - now), () -> post(new Input.Tick()));
        }
    }

    private void lookEvery(long everyNanos) {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        if (everyNanos != 0) {
            looking = node.timeline.every(Duration.ofNanos(everyNanos), () -> post(new Input.LookAgain()));
        }
    }

    private void answer(Action.Answer answer) {
        Object result = teller.report(answer.call(), answer.outcome(), now);
        if (result instanceof ClpException failure) {
            answers.fail(answer.call(), failure);
        } else {
            answers.complete(answer.call(), result);
        }
    }

    private void refuse(Action.Refuse refuse) {
        refuse.error().locate(node.id(), group.id(), null);
        answers.fail(refuse.call(), refuse.error());
    }

    /** Returns how many calls are under way or wait. */
    int calls() {
        return answers.calls();
    }

    /** Returns what is not answered, probes outside calls included. */
    List<CompletableFuture<?>> unanswered() {
        return answers.open();
    }

    /** Returns a call's words for errors. */
    String words(Call call) {
        return call.words() + " of group " + group.id() + " on " + node.id();
    }
}
