package io.clp.benchmarks.nodes;

import io.clp.StartCause;
import io.clp.StopCause;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The kills of one scenario: the first group's process on its home node dies, again and again. Afterwards either a new process starts the
 * group there again, or it clears the node and the other one takes the group over. Where there is a second group it stays on the other
 * node all the time.
 */
final class Kills implements AutoCloseable {
    private final Lab lab;
    private final Scenario scenario;
    private final SplittableRandom random;
    private final KillTally tally;
    private final PrintStream out;
    private final Scenario.Site site;
    private final List<String> problems = new ArrayList<>();
    private final RemoteNode other;
    private RemoteNode node;
    private long epoch;

    Kills(Lab lab, Scenario scenario, SplittableRandom random, KillTally tally, PrintStream out) {
        this.lab = lab;
        this.scenario = scenario;
        this.random = random;
        this.tally = tally;
        this.out = out;
        site = scenario.sites().get(0);
        node = new RemoteNode(machine(), scenario);
        other = new RemoteNode(lab.node(Scenario.NODES.get(1)), scenario);
    }

    /** Runs so many kills, the share of one part of several, and returns what was wrong. */
    List<String> run(int kills, int part, int parts) throws InterruptedException {
        for (Scenario.Site it : scenario.others()) {
            expect("start of " + it.id(), other.start(it.id(), StartCause.START, ++epoch));
        }
        KillPoint.Course start = course(() -> node.start(site.id(), StartCause.START, ++epoch));
        KillPoint.Course stop = course(() -> node.stop(site.id(), StopCause.GROUP_STOP));
        try (DoubleHolding watch = new DoubleHolding(lab, scenario.sites())) {
            List<KillPoint> points = new ArrayList<>(KillPoint.all("start", start, random));
            points.addAll(KillPoint.all("stop", stop, random));
            out.println(scenario + ": " + start.calls() + " calls on the platform in a start, " + stop.calls()
                    + " in a stop; " + Math.min(kills, points.size()) + " of " + points.size() + " points");
            for (KillPoint point : KillPoint.spread(points, kills, part, parts)) {
                int before = problems.size();
                String course = kill(point);
                out.println(scenario + ": " + point + ": " + course);
                problems.subList(before, problems.size()).replaceAll(it -> point + ": " + it);
            }
            problems.addAll(watch.found());
        }
        for (Scenario.Site it : scenario.others()) {
            expect("stop of " + it.id(), other.stop(it.id(), StopCause.GROUP_STOP));
            problems.addAll(lab.wrong(it, Lab.NOBODY));
        }
        return problems;
    }

    private String kill(KillPoint point) throws InterruptedException {
        boolean start = point.what().equals("start");
        if (!start) {
            expect("the start before", node.start(site.id(), StartCause.START, ++epoch));
        }
        Optional<Thread> killer = arm(point);
        Optional<Answer> answer =
                start ? node.start(site.id(), StartCause.START, ++epoch) : node.stop(site.id(), StopCause.GROUP_STOP);
        if (killer.isPresent()) {
            killer.get().join();
        } else if (answer.isPresent()) {
            node.kill();
        }
        node.awaitEnd();
        List<String> held = machine().holds(site);
        if (answer.isPresent()) {
            tally.outlived();
        } else {
            tally.died(point.what(), node.lastWords(), held);
        }
        node = new RemoteNode(machine(), scenario);
        return (answer.isPresent() ? "ended before; " : "left " + (held.isEmpty() ? "nothing" : held) + "; ")
                + recover();
    }

    private Optional<Thread> arm(KillPoint point) {
        if (point.how() != KillPoint.How.ANY) {
            node.haltAt(point.call(), point.how() == KillPoint.How.BEFORE);
            return Optional.empty();
        }
        RemoteNode victim = node;
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(point.moment().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            victim.kill();
        });
        thread.start();
        return Optional.of(thread);
    }

    private String recover() throws InterruptedException {
        long begun = System.nanoTime();
        boolean again = random.nextBoolean();
        RemoteNode host = again ? node : other;
        if (again) {
            expect("the start again", host.start(site.id(), StartCause.START, ++epoch));
        } else {
            expect("the clearing", node.clear());
            problems.addAll(lab.wrong(site, Lab.NOBODY));
            if (scenario.others().isEmpty() && machine().keepsServices()) {
                problems.add("IIS still runs on " + machine().name() + " after the clearing");
            }
            expect("the takeover", host.start(site.id(), StartCause.FAILOVER, ++epoch));
        }
        problems.addAll(lab.wrong(site, host.name()));
        scenario.others().forEach(it -> problems.addAll(lab.wrong(it, it.home())));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        expect("the stop at last", host.stop(site.id(), StopCause.GROUP_STOP));
        problems.addAll(lab.wrong(site, Lab.NOBODY));
        return (again ? "started again there" : "cleared, and started on " + host.name()) + " in " + taken.toMillis()
                + " ms";
    }

    private interface Call {
        Optional<Answer> run();
    }

    /** Runs something undisturbed, to know how many calls on the platform it makes and how long it takes. */
    private KillPoint.Course course(Call call) {
        node.haltAt(Integer.MAX_VALUE, true);
        long begun = System.nanoTime();
        expect("the undisturbed run", call.run());
        return new KillPoint.Course(node.calls(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private void expect(String what, Optional<Answer> answer) {
        Answer.wrong(what, answer).ifPresent(problems::add);
    }

    private Machine machine() {
        return lab.node(site.home());
    }

    @Override
    public void close() {
        node.close();
        other.close();
    }
}
