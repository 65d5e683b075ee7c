package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.failover.Fencer;
import io.clp.failover.Plan;
import io.clp.internal.member.MemberState.Stage;
import io.clp.internal.plan.Planner;
import java.util.List;

/**
 * What a member does next: a machine that takes one input after the other and answers with what is to be done. It reads no clock, waits for
 * nothing and asks nobody, so the same inputs at the same times give the same actions.
 *
 * <p>What belongs where is the {@linkplain Planner planner's} business: every member plans for the whole cluster from what it knows, and
 * does of that plan what is its own and waits for nothing else.
 */
public final class MemberCore {
    private final MemberState state;

    /** Makes the core of a member without groups, that has heard of nobody. */
    public MemberCore(MemberSettings settings) {
        state = new MemberState(settings);
    }

    /** Adds a group; {@link MemberInput.Added} follows where the member has begun. */
    public void add(FailoverGroup group, boolean waitsForStart, long startLimitNanos) {
        state.entries.add(new Entry(state.entries.size(), group, waitsForStart, startLimitNanos));
    }

    Entry entry(int index) {
        return state.entries.get(index);
    }

    int groups() {
        return state.entries.size();
    }

    Stage stage() {
        return state.stage;
    }

    /** Returns what would be done now. */
    Plan plan() {
        return Planner.plan(Pictures.of(state));
    }

    /**
     * Takes one input.
     *
     * @param now the monotonic time, in nanoseconds
     * @param wall the wall clock's time, in milliseconds
     * @return what is to be done, in order
     */
    public List<MemberAction> take(MemberInput input, long now, long wall) {
        state.now = now;
        state.wall = wall;
        dispatch(input);
        Joining.proceed(state);
        Inquiry.proceed(state);
        for (int round = 0; state.changed && state.acts() && round <= state.entries.size(); round++) {
            state.changed = false;
            Pursuit.pursue(state);
        }
        Leaving.proceed(state);
        for (Entry entry : state.entries) {
            Knowledge.tell(state, entry);
            Work.watch(state, entry);
        }
        return state.takeActions();
    }

    /** Returns when the next tick is due; MAX_VALUE where none is. */
    public long wakeAt() {
        return Waits.next(state);
    }

    private void dispatch(MemberInput input) {
        if (input instanceof MemberInput.Read read) {
            Knowledge.read(state, read);
        } else if (input instanceof MemberInput.Contact contact) {
            Knowledge.contact(state, contact);
        } else if (input instanceof MemberInput.Became became) {
            Work.became(state, state.entries.get(became.group()), became.state());
        } else if (input instanceof MemberInput.Ended ended) {
            Work.ended(state, ended);
        } else if (input instanceof MemberInput.Claimed claimed) {
            Ownership.claimed(state, state.entries.get(claimed.group()), claimed.claim());
        } else if (input instanceof MemberInput.Released released) {
            Ownership.released(state, state.entries.get(released.group()), released.certain());
        } else if (input instanceof MemberInput.Redirected redirected) {
            Ownership.redirected(state, state.entries.get(redirected.group()), redirected.certain());
        } else if (input instanceof MemberInput.Fenced fenced) {
            fenced(fenced);
        } else if (input instanceof MemberInput.Verdict verdict) {
            Work.verdict(state, verdict);
        } else if (input instanceof MemberInput.Asked asked) {
            Asking.asked(state, asked.call());
        } else if (input instanceof MemberInput.Cleaned cleaned) {
            Joining.cleaned(state, cleaned);
        } else if (input instanceof MemberInput.Monitoring monitoring) {
            state.monitors = monitoring.on();
        } else if (input instanceof MemberInput.Added) {
            state.readAll();
        } else if (input instanceof MemberInput.Tick) {
            Waits.tick(state);
        }
    }

    private void fenced(MemberInput.Fenced fenced) {
        boolean certain = fenced.result() == Fencer.Result.DEAD_FOR_SURE;
        boolean taken = certain || state.settings.acceptsUnfenced();
        if (!state.contacts.answered(fenced.node(), taken, state.now + state.settings.patienceNanos())) {
            return;
        }
        if (certain) {
            state.say(fenced.node() + " is dead for sure");
        } else if (taken) {
            state.alarm(fenced.node()
                    + " could not be fenced; its groups are taken over all the same, as this member was told to");
        } else if (!state.contacts.isTold(fenced.node())) {
            state.contacts.tell(fenced.node());
            state.alarm(fenced.node()
                    + " could not be fenced; its groups stay where they are until it is back, or is dead for sure");
        }
        state.changed = true;
    }
}
