package io.clp.benchmarks;

import io.clp.internal.member.MemberAction;
import io.clp.internal.member.MemberInput;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does an event cost a member's core that has nothing to do after it? LOOK is a look at the contact with the read of all groups that
 * follows it, two inputs; TICK is a moment that came. Each time the core tells when it wants to be woken. What the coordination answered is
 * there before: its time is not the member's.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar MemberEventWithNothingToDo -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class MemberEventWithNothingToDo {
    private static final int GROUPS = 1_000;

    /** What happens. */
    public enum Event {
        LOOK,
        TICK
    }

    @Param({"LOOK", "TICK"})
    public Event event = Event.LOOK;

    private final IdleMember member = new IdleMember(GROUPS);
    private final MemberInput contact = IdleMember.contact();
    private MemberInput read = member.read();

    /** Has the coordination hand out other objects with the same content. */
    @Setup(Level.Iteration)
    public void readAnew() {
        read = member.read();
    }

    /** Returns what the core wants done: nothing, but for the read that a look begins with. */
    @Benchmark
    public int event() {
        if (event == Event.TICK) {
            return wanted(member.take(new MemberInput.Tick()));
        }
        return wanted(member.take(contact)) + wanted(member.take(read));
    }

    private int wanted(List<MemberAction> actions) {
        return actions.size() + (member.wakeAt() == Long.MAX_VALUE ? 0 : 1);
    }
}
