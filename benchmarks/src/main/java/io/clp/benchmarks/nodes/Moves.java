package io.clp.benchmarks.nodes;

import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.rehearse.passage.PassageBuilder;
import io.clp.rehearse.passage.PassageText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plays the cluster manager of one scenario: starts the groups at home, moves the first one away and back, and judges each step. */
final class Moves implements AutoCloseable {
    private final Lab lab;
    private final Scenario scenario;
    private final PrintStream out;
    private final Map<String, RemoteNode> nodes = new HashMap<>();
    private final Map<String, RunningClient> clients = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Duration> gaps = new ArrayList<>();
    private long epoch;

    Moves(Lab lab, Scenario scenario, PrintStream out) {
        this.lab = lab;
        this.scenario = scenario;
        this.out = out;
        lab.nodes().forEach(it -> nodes.put(it.name(), new RemoteNode(it, scenario)));
        scenario.sites().forEach(it -> clients.put(it.id(), new RunningClient(lab.client(), it.address())));
    }

    /**
     * Runs the scenario.
     *
     * @param moves how often the first group is moved
     * @return what was wrong, in words
     */
    List<String> run(int moves) throws InterruptedException {
        out.println();
        out.println("== " + scenario);
        try (DoubleHolding watch = new DoubleHolding(lab, scenario.sites())) {
            for (Scenario.Site site : scenario.sites()) {
                start(site);
            }
            Scenario.Site moved = scenario.sites().get(0);
            String from = moved.home();
            for (int i = 0; i < moves; i++) {
                String to = other(from);
                move(moved, from, to);
                from = to;
            }
            for (Scenario.Site site : scenario.sites()) {
                String owner = site.equals(moved) ? from : site.home();
                judge(site, "stop", node(owner).stop(site.id(), StopCause.GROUP_STOP));
                problems.addAll(lab.wrong(site, Lab.NOBODY));
            }
            problems.addAll(watch.found());
            out.println("looked " + watch.looks() + " times whether two nodes hold the same: "
                    + (watch.found().isEmpty() ? "never" : watch.found()));
        }
        return problems;
    }

    /** {@return how long a client was without an answer, for each move} */
    List<Duration> gaps() {
        return List.copyOf(gaps);
    }

    private void start(Scenario.Site site) throws InterruptedException {
        Optional<Answer> answer = node(site.home()).start(site.id(), StartCause.START, ++epoch);
        judge(site, "start", answer);
        problems.addAll(lab.wrong(site, site.home()));
        client(site).awaitAnswersOf(site.home()).ifPresent(problems::add);
    }

    private void move(Scenario.Site site, String from, String to) throws InterruptedException {
        clients.values().forEach(RunningClient::begin);
        awaitAnswers(site, from);
        long begun = System.nanoTime();
        Optional<Answer> stop = node(from).stop(site.id(), StopCause.GROUP_MOVE);
        Duration stopped = since(begun);
        judge(site, "stop", stop);
        problems.addAll(lab.wrong(site, Lab.NOBODY));
        Duration next = since(begun);
        Optional<Answer> start = node(to).start(site.id(), StartCause.START, ++epoch);
        Duration total = since(begun);
        judge(site, "start", start);
        problems.addAll(lab.wrong(site, to));
        if (scenario.others().isEmpty() && lab.node(from).keepsServices()) {
            problems.add("IIS still runs on " + from);
        }
        awaitAnswers(site, to);
        PassageBuilder passage = new PassageBuilder(UnaryOperator.identity());
        stop.ifPresent(it -> passage.report(from, it, Duration.ZERO));
        passage.node("", "looked at from outside", stopped, next.minus(stopped));
        start.ifPresent(it -> passage.report(to, it, next));
        PassageText.lines(passage.build(site.id() + " is moved from " + from + " to " + to, true, total))
                .forEach(out::println);
        tell(site, from, to, begun, total);
        scenario.others().forEach(it -> tell(it, it.home(), it.home(), begun, total));
    }

    /** Waits until the moved site's node answers, and those of the others, which stay at home. */
    private void awaitAnswers(Scenario.Site moved, String owner) throws InterruptedException {
        client(moved).awaitAnswersOf(owner).ifPresent(problems::add);
        for (Scenario.Site it : scenario.others()) {
            client(it).awaitAnswersOf(it.home()).ifPresent(problems::add);
        }
    }

    private void tell(Scenario.Site site, String from, String to, long begun, Duration total) {
        Seen seen = Seen.of(client(site).asked(), from, to, begun, begun + total.toNanos());
        seen.problems().forEach(it -> problems.add(site.id() + ": " + it));
        if (seen.silences().isEmpty()) {
            out.println("  client of " + site.id() + ": noticed nothing");
        }
        for (Seen.Silence it : seen.silences()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  client of %s: last good answer of %s at %s, first of %s at %s, nothing for %s: %s",
                    site.id(),
                    it.last().node(),
                    at(it.last().asked(), begun),
                    it.first().node(),
                    at(it.first().known(), begun),
                    PassageText.seconds(it.duration()),
                    it.errorsInWords()));
        }
        if (!from.equals(to)) {
            seen.first().map(Seen.Silence::duration).ifPresent(gaps::add);
        }
    }

    private void judge(Scenario.Site site, String what, Optional<Answer> answer) {
        Answer.wrong(what + " of " + site.id(), answer).ifPresent(problems::add);
    }

    private RemoteNode node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    private RunningClient client(Scenario.Site site) {
        return Objects.requireNonNull(clients.get(site.id()), site.id());
    }

    private static String other(String node) {
        return Scenario.NODES.get(1 - Scenario.NODES.indexOf(node));
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** A moment before the move began is shown as such. */
    private static String at(long moment, long begun) {
        long nanos = moment - begun;
        return nanos < 0
                ? "-" + PassageText.seconds(Duration.ofNanos(-nanos))
                : PassageText.seconds(Duration.ofNanos(nanos));
    }

    @Override
    public void close() {
        clients.values().forEach(RunningClient::close);
        nodes.values().forEach(RemoteNode::close);
    }
}
