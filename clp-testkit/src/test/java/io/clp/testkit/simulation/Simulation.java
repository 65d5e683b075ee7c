package io.clp.testkit.simulation;

import io.clp.testkit.FaultSchedule;
import io.clp.testkit.simulation.Arena.Played;
import io.clp.time.Task;
import io.clp.time.Timeline;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The command: {@code --seeds N --from S --threads T}. Runs so many seeds, tells how far it is, and of the first one that breaks a rule the
 * smallest schedule that breaks it too, its trace, and a test that replays it. The last line counts; the exit code is 0 where none failed.
 */
public final class Simulation {
    private static final long PROGRESS = 5_000;
    private static final int FAILURES_TOLD = 20;
    private static final int RUNS_MAX = 400;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final PrintStream out;
    private final AtomicLong next;
    private final long end;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicReference<@Nullable Played> first = new AtomicReference<>();
    private final long begunAt = Timeline.system().nanos();

    private Simulation(PrintStream out, long from, long seeds) {
        this.out = out;
        next = new AtomicLong(from);
        end = from + seeds;
    }

    /**
     * Runs the command.
     *
     * @param args the options
     * @throws InterruptedException somebody does not want to wait
     * @throws ExecutionException the simulation itself is broken
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        long seeds = option(args, "--seeds", 10_000);
        long from = option(args, "--from", 1);
        int threads = (int) option(args, "--threads", Runtime.getRuntime().availableProcessors());
        boolean good = run(System.out, from, seeds, threads);
        System.exit(good ? 0 : 1);
    }

    /**
     * Runs a seed.
     *
     * @param seed any
     * @return which rule it broke first, and how; empty where none
     */
    public static Optional<String> broken(long seed) {
        Arena arena = Arenas.of(seed);
        return arena.play(arena.schedule(seed)).findings().stream().findFirst().map(Finding::toString);
    }

    private static long option(String[] args, String name, long otherwise) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals(name)) {
                return Long.parseLong(args[i + 1]);
            }
        }
        return otherwise;
    }

    /** Runs seeds; returns whether all passed. */
    static boolean run(PrintStream out, long from, long seeds, int threads)
            throws InterruptedException, ExecutionException {
        Simulation simulation = new Simulation(out, from, seeds);
        out.println("seeds " + from + " to " + (from + seeds - 1) + " on " + threads + " threads");
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            tasks.add(Timeline.system().fork("simulation", simulation::work));
        }
        for (Task<Boolean> task : tasks) {
            boolean ignored = join(task);
        }
        simulation.tell();
        return simulation.failed.get() == 0;
    }

    private static boolean join(Task<Boolean> task) throws InterruptedException, ExecutionException {
        try {
            return task.join(LONGEST);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the simulation is not done within " + LONGEST, e);
        }
    }

    private boolean work() {
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Arena arena = Arenas.of(seed);
            Played played = arena.play(arena.schedule(seed));
            if (played.failed()) {
                first.compareAndSet(null, played);
                if (failed.incrementAndGet() <= FAILURES_TOLD) {
                    say("seed " + seed + " in arena " + arena.name() + ": "
                            + played.findings().get(0));
                }
            } else {
                passed.incrementAndGet();
            }
            long done = passed.get() + failed.get();
            if (done % PROGRESS == 0) {
                say(done + " seeds, " + rate(done) + " a second, " + failed + " failed");
            }
        }
        return true;
    }

    private void say(String text) {
        synchronized (out) {
            out.println(text);
        }
    }

    private long rate(long done) {
        return done * 1_000_000_000L / Math.max(1, Timeline.system().nanos() - begunAt);
    }

    private void tell() {
        Played worst = first.get();
        if (worst != null) {
            Arena arena = Arenas.of(worst.outcome().schedule().seed());
            out.println(story(arena, worst, smallest(arena, worst)));
        }
        out.println(rate(passed.get() + failed.get()) + " seeds a second");
        out.println(passed + " passed, " + failed + " failed");
    }

    /** Returns what is told of a run that broke a rule. */
    static String story(Arena arena, Played failed, Played smallest) {
        FaultSchedule schedule = smallest.outcome().schedule();
        String steps = schedule.toString().replace("\n", "\n            ");
        return "seed " + schedule.seed() + " in arena " + arena.name() + ", "
                + failed.outcome().schedule().steps().size() + " steps, of which "
                + schedule.steps().size() + " are enough to break\n"
                + smallest.findings().get(0) + "\n" + schedule
                + "\nwhat had happened:\n" + smallest.outcome().trace() + "\nthe test that replays it:\n"
                + "    @Test\n    void replaysSeed" + Long.toUnsignedString(schedule.seed()) + "() {\n"
                + "        assertThat(Arenas.named(\"" + arena.name()
                + "\").play(FaultSchedule.parse(\"\"\"\n            "
                + steps + "\n            \"\"\")).findings()).isEmpty();\n    }\n";
    }

    /** Returns a smaller run that breaks the same rule. */
    static Played smallest(Arena arena, Played failed) {
        Played smallest = failed;
        int runs = 0;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = smallest.outcome().schedule().steps().size() - 1; i >= 0 && runs < RUNS_MAX; i--, runs++) {
                Played fewer = arena.play(smallest.outcome().schedule().without(i));
                if (breaks(fewer, failed)) {
                    smallest = fewer;
                    smaller = true;
                }
            }
        }
        return smallest;
    }

    private static boolean breaks(Played played, Played like) {
        return played.failed()
                && played.findings().get(0).rule() == like.findings().get(0).rule();
    }
}
