package io.clp.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.script.Piece;
import io.clp.internal.script.SplitMix;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random groups, calls and outcomes against {@link CoreRules}, which are checked after every turn. */
class CoreModelTest {
    private static final int SEEDS = 2_000;
    private static final int STEPS = 120;

    @Test
    void keepsItsRulesWhateverHappens() {
        long answered = LongStream.range(0, SEEDS).map(CoreModelTest::run).sum();
        assertThat(answered).as("calls answered in all runs").isGreaterThan(10L * SEEDS);
    }

    @Test
    void decidesTheSameFromTheSame() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(trace(seed)).as("seed " + seed).isEqualTo(trace(seed));
        }
    }

    private static List<String> trace(long seed) {
        Run run = new Run(seed);
        run.go();
        List<String> lines = new ArrayList<>(run.driver.did());
        lines.addAll(run.driver.said());
        return lines;
    }

    private static long run(long seed) {
        Run run = new Run(seed);
        try {
            run.go();
            run.endsWell();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + run.driver.group + "\n" + run.lines(), e);
        }
        return run.driver.rules.answers;
    }

    /** One group, its world, and what happens to it. */
    private static final class Run {
        private final SplitMix random;
        private final CoreDriver driver;
        private final boolean[] online;
        private final List<String> inputs = new ArrayList<>();
        private boolean calm;

        Run(long seed) {
            random = new SplitMix(seed);
            int size = 1 + random.below(7);
            String[] lines = new String[size];
            boolean byTier = random.below(4) == 0;
            for (int i = 0; i < size; i++) {
                StringBuilder dependencies = new StringBuilder();
                for (int j = 0; j < i; j++) {
                    if (random.below(3) == 0) {
                        dependencies
                                .append(dependencies.isEmpty() ? "" : ",")
                                .append("r")
                                .append(j);
                    }
                }
                lines[i] = "r" + i + " " + "PASX".charAt(random.below(4))
                        + (byTier ? "" : " < " + (dependencies.isEmpty() ? "-" : dependencies))
                        + (random.below(3) == 0 ? " hooked" : "")
                        + (random.below(3) == 0 ? " uses v" + random.below(2) : "");
            }
            inputs.add(String.join("; ", lines));
            driver = new CoreDriver(Piece.group(random.below(3), lines));
            online = new boolean[size];
            for (int i = 0; i < size; i++) {
                online[i] = random.below(4) == 0;
            }
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.below(13)) {
                    case 0 -> call();
                    case 1 -> pass(random.below(25));
                    case 2 -> note("look").look();
                    case 3 -> {
                        if (random.below(6) == 0) {
                            int i = random.below(online.length);
                            online[i] = false;
                            note("report " + driver.name(i)).report(driver.name(i));
                        }
                    }
                    case 4 -> {
                        if (random.below(20) == 0) {
                            note("stray").feed(new Input.CameBack(0, -7, Result.returned()));
                        }
                    }
                    case 5 -> {
                        int i = random.below(online.length);
                        note("probe " + driver.name(i)).probe(driver.name(i));
                    }
                    default -> comesBack();
                }
            }
        }

        /** Once nothing goes wrong any more, all calls are answered, and what a stop left is offline by itself. */
        void endsWell() {
            calm = true;
            drain();
            if (driver.state() == GroupState.OFFLINE_FAILURE) {
                for (int i = 0; i < online.length; i++) {
                    online[i] &=
                            !driver.view.slot(i).fell; // somebody tidies up; what was kept is for the core to release
                }
                lookUntilQuiet();
                assertThat(driver.state()).isEqualTo(GroupState.OFFLINE);
            }
            note("stop").stop();
            drain();
            assertThat(driver.state()).isEqualTo(GroupState.OFFLINE);
            note("start").start();
            drain();
            assertThat(driver.state()).isEqualTo(GroupState.ONLINE);
            note("close").close();
            note("start").start();
            assertThat(driver.view.calling()).isFalse();
        }

        private void lookUntilQuiet() {
            for (int i = 0; i < online.length + 1; i++) {
                note("look").look();
                drain();
            }
        }

        private void drain() {
            while (!driver.open.isEmpty()) {
                comesBack();
            }
        }

        private void call() {
            int epoch = random.below(4);
            boolean overloaded = random.below(10) == 0;
            int from = random.below(online.length);
            Call.Kind kind = List.of(Call.Kind.values()).get(random.below(4));
            boolean failover = random.below(2) == 0;
            note("call " + kind + (failover ? " failover" : "") + " from " + driver.name(from) + " epoch " + epoch)
                    .ask(
                            kind,
                            kind == Call.Kind.START ? StartCause.FAILOVER : null,
                            kind == Call.Kind.STOP
                                    ? (failover ? StopCause.GROUP_FAILOVER : StopCause.GROUP_STOP)
                                    : null,
                            kind == Call.Kind.START ? epoch : 0,
                            kind == Call.Kind.RESTART ? from : -1,
                            overloaded);
        }

        private void comesBack() {
            List<Action.Run> open = List.copyOf(driver.open.values());
            if (open.isEmpty()) {
                return;
            }
            if (!calm && random.below(8) == 0) {
                pass(random.below(12)); // somebody is late, or hangs
                return;
            }
            Action.Run run = open.get(random.below(open.size()));
            int fault = calm ? 9 : random.below(16);
            int i = run.resource();
            if (fault != 0 && (run.kind() == Kind.ONLINE || run.kind() == Kind.OFFLINE)) {
                online[i] = run.kind() == Kind.ONLINE;
            }
            Result result =
                    switch (fault) {
                        case 0, 1 -> new Result.Threw(ResourceException.temporary("broke"));
                        case 2 -> new Result.Threw(ResourceException.permanent("broke for good"));
                        case 3 -> new Result.NotBegun(ResourceException.temporary("no thread"));
                        case 4 -> probed(run, Probe.unknown("hidden"));
                        case 5 -> probed(run, Probe.failed("half"));
                        default -> probed(run, online[i] ? Probe.online() : Probe.offline());
                    };
            note("back " + driver.name(i) + " " + run.kind() + " " + result).back(driver.name(i), result);
        }

        private static Result probed(Action.Run run, Probe probe) {
            return run.kind() == Kind.PROBE ? new Result.Probed(probe) : Result.returned();
        }

        private void pass(long seconds) {
            note("pass " + Duration.ofSeconds(seconds)).pass(seconds);
        }

        private CoreDriver note(String input) {
            inputs.add(input + "  [" + driver.state() + " " + driver.view.stage + "]");
            return driver;
        }

        String lines() {
            for (int i = 0; i < online.length; i++) {
                Slot slot = driver.view.slot(i);
                inputs.add(driver.name(i) + " " + slot.state + " " + slot.phase + " settled=" + slot.settled + " fell="
                        + slot.fell + " redo=" + slot.redo + " owed=" + slot.releaseOwed + " in the world "
                        + online[i]);
            }
            return String.join("\n", inputs) + "\n" + driver.did() + "\n" + driver.said();
        }
    }
}
