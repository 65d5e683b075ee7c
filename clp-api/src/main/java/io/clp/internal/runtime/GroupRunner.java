package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.Outcome;
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
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One group on one node: inputs come from any thread and are taken one at a time by whichever thread finds nobody taking them; what was
 * decided is done then and there, attempts are launched after.
 */
final class GroupRunner {
    final NodeController node;
    final FailoverGroup group;
    final Shape shape;
    final Duration startLimit;
    final Duration stopLimit;
    private final Teller teller;
    private final List<List<String>> keys = new ArrayList<>();
    private final Queue<Input> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final NodeStore[] stores;
    private volatile View view;

    // within the turn only
    private final @Nullable Attempt[] attempts;
    private final NodeLocks.@Nullable Request[] locks;
    private List<Attempt> ready = new ArrayList<>();
    private List<Runnable> answers = new ArrayList<>();
    private @Nullable Timer wake;
    private @Nullable Timer looking;
    private long now;

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

    NodeStore store(int index) {
        return stores[index];
    }

    void ask(Pending call) {
        pending.put(call.call().number(), call);
        post(new Input.Asked(call.call()), false);
    }

    void post(Input input) {
        post(input, false);
    }

    /** Takes an attempt's return. {@code last}: called as the last act of the attempt's own work. */
    void cameBack(Attempt attempt, Result result, boolean last) {
        post(new Input.CameBack(attempt.index, attempt.token, result), last);
    }

    private void post(Input input, boolean last) {
        mailbox.add(input);
        if (arrivals.getAndIncrement() == 0) {
            takeTurns(last);
        }
    }

    private void takeTurns(boolean last) {
        List<Attempt> refused;
        do {
            List<Attempt> launched = new ArrayList<>(4);
            List<Runnable> answered = new ArrayList<>(1);
            ready = launched;
            answers = answered;
            int taken = 1;
            do {
                Input input = mailbox.poll();
                while (input != null) {
                    take(input);
                    input = mailbox.poll();
                }
                taken = arrivals.addAndGet(-taken);
            } while (taken != 0);
            refused = launch(launched, last);
            for (Runnable answer : answered) {
                answer.run();
            }
        } while (withdraw(refused));
    }

    /** Takes back what the executor refused. Returns whether this thread has the turn in which that is heard. */
    private boolean withdraw(List<Attempt> refused) {
        if (refused.isEmpty()) {
            return false;
        }
        boolean mine = arrivals.getAndIncrement() == 0; // taken first: a long group would nest a turn for each refusal
        refused.forEach(Attempt::withdraw);
        return mine;
    }

    private void take(Input input) {
        now = node.timeline.nanos();
        View before = view;
        Decision decision = GroupCore.decide(shape, before, input, now);
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
                attempts[ended.resource()] = null;
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
        }
    }

    private void run(Action.Run run) {
        int index = run.resource();
        Attempt attempt = new Attempt(this, run, run.deadline() - now);
        attempts[index] = attempt;
        teller.begins(run);
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
        if (withdraw(launch(List.of(attempt), false))) {
            takeTurns(false);
        }
    }

    /** Returns what the executor refused. */
    private List<Attempt> launch(List<Attempt> launched, boolean last) {
        if (launched.isEmpty()) {
            return launched;
        }
        try {
            if (last && launched.size() == 1) {
                node.launcher.launchNext(launched.get(0));
            } else {
                node.launcher.launch(launched);
            }
            return List.of();
        } catch (RejectedExecutionException e) {
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
        if (attempt == null || attempt.token != interrupt.token()) {
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
        mailbox.add(new Input.CameBack(index, attempt.token, new Result.NotBegun(error))); // taken within this turn
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
        Pending waiting = pending.remove(answer.call().number());
        Object result = teller.report(answer.call(), answer.outcome(), now);
        if (waiting != null) {
            boolean good = answer.outcome() == Outcome.DONE || answer.outcome() == Outcome.NOTHING_TO_DO;
            answers.add(
                    good
                            ? () -> waiting.answer().complete(result)
                            : () -> waiting.answer().completeExceptionally((ClpException) result));
        }
    }

    private void refuse(Action.Refuse refuse) {
        Pending waiting = pending.remove(refuse.call().number());
        if (waiting != null) {
            refuse.error().locate(node.id(), group.id(), null);
            answers.add(() -> waiting.answer().completeExceptionally(refuse.error()));
        }
    }

    /** Returns how many calls are under way or wait. */
    int calls() {
        return pending.size();
    }

    List<Pending> pendingCalls() {
        return List.copyOf(pending.values());
    }

    /** Returns a call's words for errors. */
    String words(Call call) {
        return call.words() + " of group " + group.id() + " on " + node.id();
    }
}
