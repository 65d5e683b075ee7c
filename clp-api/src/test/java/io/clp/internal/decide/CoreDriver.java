package io.clp.internal.decide;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.script.Piece;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import io.clp.resource.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands in for the shell around the decision core: keeps the view, the time and the attempts that have not come back, feeds outcomes, and
 * writes down in words what was decided. Every turn is checked against {@link CoreRules}.
 */
final class CoreDriver {
    final FailoverGroup group;
    final Shape shape;
    final CoreRules rules;
    View view;
    long now = 1_000;
    /** The attempts that have not come back, by resource; those that hang are among them. */
    final Map<Integer, Action.Run> open = new TreeMap<>();

    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long calls;

    CoreDriver(FailoverGroup group) {
        this.group = group;
        shape = Shape.of(group);
        view = View.initial(shape.size());
        rules = new CoreRules(group, shape);
    }

    /** Returns a driver of a group of pieces without retries, all of which were probed offline. */
    static CoreDriver of(String... lines) {
        return of(0, lines);
    }

    static CoreDriver of(int retries, String... lines) {
        CoreDriver driver = new CoreDriver(Piece.group(retries, lines));
        driver.stop();
        driver.honest(ResourceState.OFFLINE);
        driver.clear();
        return driver;
    }

    /** Returns a driver of such a group that was started. */
    static CoreDriver started(String... lines) {
        CoreDriver driver = of(lines);
        driver.start();
        driver.honest(ResourceState.OFFLINE);
        driver.clear();
        return driver;
    }

    // what is asked

    CoreDriver start() {
        return start(StartCause.START, 0);
    }

    CoreDriver start(StartCause cause, long epoch) {
        return ask(Call.Kind.START, cause, null, epoch, -1, false);
    }

    CoreDriver stop() {
        return ask(Call.Kind.STOP, null, StopCause.GROUP_STOP, 0, -1, false);
    }

    /** A stop that does not wait for a start. */
    CoreDriver failoverStop() {
        return ask(Call.Kind.STOP, null, StopCause.GROUP_FAILOVER, 0, -1, false);
    }

    CoreDriver probe(String id) {
        return feed(new Input.ProbeAsked(index(id), ++calls));
    }

    CoreDriver restart(String id) {
        return ask(Call.Kind.RESTART, null, null, 0, index(id), false);
    }

    CoreDriver recover() {
        return ask(Call.Kind.RECOVER, null, null, 0, -1, false);
    }

    CoreDriver ask(Call.Kind kind, StartCause start, StopCause stop, long epoch, int from, boolean overloaded) {
        return feed(new Input.Asked(new Call(++calls, kind, start, stop, epoch, from, overloaded)));
    }

    // how attempts come back

    CoreDriver done(String... ids) {
        for (String id : ids) {
            back(id, Result.returned());
        }
        return this;
    }

    CoreDriver found(Probe.State state, String... ids) {
        for (String id : ids) {
            back(id, new Result.Probed(new Probe(state, "")));
        }
        return this;
    }

    CoreDriver threw(String id) {
        return back(id, new Result.Threw(ResourceException.temporary(id + " broke")));
    }

    CoreDriver threwForGood(String id) {
        return back(id, new Result.Threw(ResourceException.permanent(id + " broke for good")));
    }

    CoreDriver waitedInVain(String id) {
        ClpException.Facts facts = ClpException.Facts.of(id);
        return back(id, new Result.Threw(new WaitTimeoutException(id, Duration.ofSeconds(9), facts)));
    }

    CoreDriver neverBegan(String id) {
        return back(id, new Result.NotBegun(ResourceException.temporary("no thread for " + id)));
    }

    CoreDriver back(String id, Result result) {
        Action.Run run = open.get(index(id));
        if (run == null) {
            throw new AssertionError("nothing runs on " + id + " but on " + open.keySet());
        }
        return feed(new Input.CameBack(run.resource(), run.token(), result));
    }

    /** Lets every attempt that has not come back, and those that follow, come back as a resource without faults does. */
    CoreDriver honest(ResourceState before) {
        ResourceState[] world = new ResourceState[shape.size()];
        for (int i = 0; i < world.length; i++) {
            world[i] = view.stateOf(i) == ResourceState.ONLINE ? ResourceState.ONLINE : before;
        }
        while (!open.isEmpty()) {
            Action.Run run = open.values().iterator().next();
            int i = run.resource();
            if (run.kind() == Kind.ONLINE || run.kind() == Kind.OFFLINE) {
                world[i] = run.kind() == Kind.ONLINE ? ResourceState.ONLINE : ResourceState.OFFLINE;
            }
            Probe probe = world[i] == ResourceState.ONLINE ? Probe.online() : Probe.offline();
            back(name(i), run.kind() == Kind.PROBE ? new Result.Probed(probe) : Result.returned());
        }
        return this;
    }

    // time and the rest

    CoreDriver pass(long seconds) {
        long until = now + Duration.ofSeconds(seconds).toNanos();
        while (rules.wakeAt <= until) {
            now = Math.max(now, rules.wakeAt);
            feed(new Input.Tick());
        }
        now = until;
        return this;
    }

    CoreDriver look() {
        return feed(new Input.LookAgain());
    }

    CoreDriver report(String id) {
        return feed(new Input.Reported(index(id), ResourceException.temporary("watch of " + id + " failed")));
    }

    CoreDriver close() {
        return feed(new Input.Closing());
    }

    CoreDriver feed(Input input) {
        View before = view;
        Decision decision = GroupCore.decide(shape, before, input, now);
        view = decision.view();
        if (input instanceof Input.CameBack back) {
            open.computeIfPresent(back.resource(), (i, run) -> run.token() == back.token() ? null : run);
        }
        rules.check(this, input, decision.actions());
        for (Action action : decision.actions()) {
            if (action instanceof Action.Run run) {
                open.put(run.resource(), run);
            }
            write(action);
        }
        rules.checkAfter(this);
        return this;
    }

    // what was decided, in words

    /** Returns the attempts begun and interrupted since the last look, and what was unlocked. */
    List<String> did() {
        List<String> lines = List.copyOf(done);
        done.clear();
        return lines;
    }

    /** Returns the failures and answers since the last look. */
    List<String> said() {
        List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    void clear() {
        done.clear();
        told.clear();
    }

    ResourceState state(String id) {
        return view.stateOf(index(id));
    }

    GroupState state() {
        return view.state();
    }

    int index(String id) {
        return shape.index(ResourceId.of(id));
    }

    String name(int index) {
        return shape.resource(index).id().value();
    }

    private void write(Action action) {
        if (action instanceof Action.Run run) {
            String blocked = run.failedDependency() < 0 ? "" : " by " + name(run.failedDependency());
            String attempt = run.attempt() > 1 && run.kind() != Kind.PROBE ? " #" + run.attempt() : "";
            done.add(lower(run.kind()) + " " + name(run.resource()) + attempt + blocked);
        } else if (action instanceof Action.Interrupt interrupt) {
            done.add("interrupt " + name(interrupt.resource()));
        } else if (action instanceof Action.Unlock unlock) {
            done.add("unlock " + name(unlock.resource()));
        } else if (action instanceof Action.Failed failed) {
            told.add((failed.resource() < 0 ? "call" : name(failed.resource())) + " " + failed.outcome());
        } else if (action instanceof Action.Answer answer) {
            told.add(lower(answer.call().kind()) + " " + answer.outcome());
        } else if (action instanceof Action.Found found) {
            told.add("found " + found.probe().state()
                    + (found.probe().detail().isEmpty()
                            ? ""
                            : ": " + found.probe().detail()));
        } else if (action instanceof Action.Refuse refuse) {
            told.add(lower(refuse.call().kind()) + " refused: "
                    + refuse.error().getClass().getSimpleName());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static boolean good(Outcome outcome) {
        return outcome == Outcome.DONE || outcome == Outcome.NOTHING_TO_DO;
    }
}
