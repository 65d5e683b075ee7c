package io.clp.testkit.scenarios;

import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Report;
import io.clp.ResourceId;
import io.clp.failover.ClusterMember;
import io.clp.failover.Leave;
import io.clp.failover.LeaveReport;
import io.clp.failover.Plan;
import io.clp.resource.Probe;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FakeService;
import io.clp.testkit.FakeVolume;
import io.clp.testkit.InvariantViolation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cluster of a scenario, and what can be done to it. Not thread-safe. */
final class Stage implements AutoCloseable {
    private static final Duration LEAVE_LIMIT = Duration.ofMinutes(10);
    private static final String ONLINE = "  answer: DONE";
    private static final int START_FAILS_WITH = 1053;

    private final FakeCluster cluster;
    private final Chronicle chronicle;
    private final Map<GroupDraft, FailoverGroup> groups;
    private final Standings standings;
    private final Vocabulary commands = new Vocabulary("command");
    private final Map<String, FakeVolume.OpenFile> files = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();

    Stage(FakeCluster cluster, Map<GroupDraft, FailoverGroup> groups, Chronicle chronicle) {
        this.cluster = cluster;
        this.groups = groups;
        this.chronicle = chronicle;
        standings = new Standings(cluster, groups);
        chronicle.follow(cluster);
        calls();
        nodes();
        links();
        things();
        cluster.add(groups.values().toArray(new FailoverGroup[0]));
    }

    /** Starts groups before the first command, and tells nothing of it. */
    void begin(List<String> running) {
        running.forEach(it -> commands.say("start " + it));
        cluster.settle();
        if (!answers.stream().allMatch(ONLINE::equals)) {
            throw new WrongLineException("not running: " + answers);
        }
        answers.clear();
        int unused = chronicle.news(Duration.ZERO).size() + standings.news().size();
    }

    /** Does what a command says and returns what came of it. */
    List<String> command(String line) {
        Duration begun = chronicle.elapsed();
        Optional<String> within = broken(() -> commands.say(line));
        Optional<String> after = broken(() -> cluster.nodes().forEach(FakeNode::acts));
        List<String> outcome = new ArrayList<>(chronicle.news(begun));
        within.or(() -> after).ifPresent(it -> told(outcome, it));
        answers.forEach(it -> outcome.add(chronicle.named(it)));
        answers.clear();
        outcome.addAll(standings.news());
        return outcome;
    }

    /** A broken rule is an outcome. */
    private static Optional<String> broken(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (InvariantViolation e) {
            return Optional.of(e.rule());
        }
    }

    private static void told(List<String> outcome, String rule) {
        if (outcome.stream().noneMatch(it -> it.contains(rule))) {
            outcome.add("  RULE BROKEN: " + rule);
        }
    }

    private void calls() {
        commands.add("start GROUP", it -> answered(() -> cluster.start(group(it))))
                .add("start GROUP on NODE", it -> answered(() -> member(it).start(group(it))))
                .add("stop GROUP", it -> answered(() -> cluster.stop(group(it))))
                .add("stop GROUP on NODE", it -> answered(() -> member(it).stop(group(it))))
                .add("move GROUP to NODE", it -> answered(() -> cluster.move(group(it), it.of("NODE"))))
                .add(
                        "move GROUP from FROM to NODE",
                        it -> answered(() -> node(it.of("FROM")).member().move(group(it), NodeId.of(it.of("NODE")))))
                .add("begin to move GROUP to NODE", this::beginToMove)
                .add(
                        "fail GROUP back",
                        it -> answered(() -> owner(group(it)).member().failback(group(it))))
                .add("plan GROUP on NODE", it -> plan(member(it).plan(group(it))))
                .add("drain NODE", it -> left(() -> member(it).drain(NodeId.of(it.of("NODE")), LEAVE_LIMIT)))
                .add("undrain NODE", it -> member(it).undrain())
                .add("leave NODE stopping groups", it -> left(() -> member(it).leave(Leave.STOP_GROUPS, LEAVE_LIMIT)))
                .add("leave NODE moving groups", it -> left(() -> member(it).leave(Leave.MOVE_GROUPS, LEAVE_LIMIT)))
                .add(
                        "leave NODE leaving groups running",
                        it -> left(() -> member(it).leave(Leave.LEAVE_RUNNING, LEAVE_LIMIT)))
                .add("suspend monitors on NODE", it -> member(it).suspendMonitors())
                .add("resume monitors on NODE", it -> member(it).resumeMonitors())
                .add("settle", it -> cluster.settle())
                .add("advance TIME", it -> cluster.advance(it.time()));
    }

    private void nodes() {
        commands.add("power off NODE", it -> node(it).powerOff())
                .add("boot NODE", it -> node(it).boot())
                .add("kill process NODE", it -> node(it).killProcess())
                .add("start process NODE", it -> node(it).startProcess())
                .add("pause NODE", it -> node(it).pause())
                .add("freeze NODE", it -> node(it).freeze())
                .add("resume NODE", it -> node(it).resume())
                .add("set clock of NODE by TIME", it -> node(it).stepClock(it.time()))
                .add("clock of NODE runs at NUMBER percent", it -> node(it).driftClock(it.number() / 100.0))
                .add("fence NODE by hand", it -> cluster.fence(it.of("NODE")))
                .add("fencer fails", it -> cluster.fencer().fails())
                .add("fencer cuts power and does not know", it -> cluster.fencer()
                        .doubts())
                .add("fencer lies", it -> cluster.fencer().lies())
                .add("fencer takes TIME", it -> cluster.fencer().takes(it.time()))
                .add("fencer works", it -> cluster.fencer().heal());
    }

    private void links() {
        commands.add("partition NODES", it -> cluster.partition(it.list("NODES")))
                .add("cut NODE", it -> cluster.link(it.of("NODE")).cut())
                .add("cut requests NODE", it -> cluster.link(it.of("NODE")).cutRequests())
                .add("cut answers NODE", it -> cluster.link(it.of("NODE")).cutAnswers())
                .add("answers to NODE take TIME", it -> cluster.link(it.of("NODE"))
                        .slow(it.time()))
                .add("lose NUMBER requests of NODE", it -> cluster.link(it.of("NODE"))
                        .loseRequests(it.number()))
                .add("lose NUMBER answers to NODE", it -> cluster.link(it.of("NODE"))
                        .loseAnswers(it.number()))
                .add("double NUMBER requests of NODE", it -> cluster.link(it.of("NODE"))
                        .doubleRequests(it.number()))
                .add("heal NODE", it -> cluster.link(it.of("NODE")).heal())
                .add("heal", it -> cluster.heal())
                .add("lose quorum", it -> cluster.loseQuorum())
                .add("expire session NODE", it -> cluster.expireSession(it.of("NODE")));
    }

    private void things() {
        commands.add("hang start SERVICE on NODE", it -> service(it).hangOnStart())
                .add("hang stop SERVICE on NODE", it -> service(it).hangOnStop())
                .add("release SERVICE on NODE", it -> service(it).release())
                .add("crash SERVICE on NODE", it -> service(it).crash())
                .add("starts of SERVICE fail on NODE", it -> service(it).failStart(START_FAILS_WITH))
                .add("starts of SERVICE succeed on NODE", it -> service(it).failStart(0))
                .add("starts of SERVICE take TIME on NODE", it -> service(it).startTakes(it.time()))
                .add("stops of SERVICE take TIME on NODE", it -> service(it).stopTakes(it.time()))
                .add("next stop of SERVICE is a lie on NODE", it -> service(it).lieStopped())
                .add("stop service SERVICE on NODE by hand", it -> node(it).services()
                        .stop(it.of("SERVICE")))
                .add("start service SERVICE on NODE by hand", it -> node(it).services()
                        .start(it.of("SERVICE")))
                .add("disconnect disk GROUP on NODE", it -> volume(it).disconnect())
                .add("reconnect disk GROUP on NODE", it -> volume(it).reconnect())
                .add(
                        "open file on disk GROUP on NODE",
                        it -> files.put(
                                it.of("GROUP") + it.of("NODE"), volume(it).heldOpenBy("a backup")))
                .add("close file on disk GROUP on NODE", this::closeFile)
                .add("remove address GROUP on NODE by hand", it -> node(it).addresses()
                        .remove(draft(it).address()))
                .add("page of GROUP is well", it -> draft(it).page.set(Probe.online()))
                .add("page of GROUP fails: TEXT", it -> draft(it).page.set(Probe.failed(it.of("TEXT"))))
                .add("page of GROUP cannot tell: TEXT", it -> draft(it).page.set(Probe.unknown(it.of("TEXT"))))
                .add("app of GROUP on NODE reports: TEXT", it -> node(it).controller()
                        .reportFailure(group(it), ResourceId.of("app"), it.of("TEXT")));
    }

    private void closeFile(Words words) {
        FakeVolume.OpenFile file = files.remove(words.of("GROUP") + words.of("NODE"));
        if (file == null) {
            throw new WrongLineException("no file is open there");
        }
        file.close();
    }

    private void beginToMove(Words words) {
        FailoverGroup group = group(words);
        NodeId from = NodeId.of(owner(group).info().computerName());
        String what = "the move of " + group.id() + " to " + words.of("NODE");
        owner(group)
                .member()
                .moveAsync(group, NodeId.of(words.of("NODE")))
                .whenComplete((MoveReport report, Throwable thrown) -> {
                    ClpException failure =
                            thrown instanceof CompletionException e && e.getCause() instanceof ClpException cause
                                    ? cause
                                    : thrown instanceof ClpException itself ? itself : null;
                    chronicle.note(from, what + ": " + (failure == null ? report.outcome() : words(failure)));
                });
    }

    private void plan(Plan plan) {
        plan.toString().lines().forEach(it -> answers.add("  " + it));
    }

    private void answered(Supplier<? extends Report<?>> call) {
        try {
            answers.add("  answer: " + call.get().outcome());
        } catch (CallRefusedException | GroupOperationException e) {
            answers.add("  answer: " + words(e));
        }
    }

    private static String words(@Nullable ClpException thrown) {
        if (!(thrown instanceof GroupOperationException failed)) {
            return thrown instanceof CallRefusedException ? "REFUSED: " + thrown.getMessage() : String.valueOf(thrown);
        }
        StringBuilder text = new StringBuilder(failed.report().outcome().toString());
        for (Failure failure : failed.report().failures()) {
            text.append("; ").append(failure.node());
            failure.resource().ifPresent(it -> text.append(' ').append(it));
            text.append(": ").append(failure.error().getMessage());
        }
        return text.toString();
    }

    private void left(Supplier<LeaveReport> call) {
        try {
            LeaveReport report = call.get();
            answers.add("  answer: " + report.outcome());
            report.groups().forEach((GroupId id, Report<?> it) -> answers.add("    " + id + ": " + it.outcome()));
        } catch (CallRefusedException e) {
            answers.add("  answer: " + words(e));
        }
    }

    private FakeNode node(Words words) {
        return node(words.of("NODE"));
    }

    private FakeNode node(String name) {
        try {
            return cluster.node(name);
        } catch (IllegalArgumentException e) {
            throw new WrongLineException("there is no node " + name, e);
        }
    }

    private ClusterMember member(Words words) {
        return node(words).member();
    }

    private FakeService service(Words words) {
        try {
            return node(words).service(words.of("SERVICE"));
        } catch (IllegalArgumentException e) {
            throw new WrongLineException("there is no service " + words.of("SERVICE"), e);
        }
    }

    private FakeVolume volume(Words words) {
        return node(words).volume(draft(words).volume());
    }

    private FailoverGroup group(Words words) {
        return entry(words).getValue();
    }

    private GroupDraft draft(Words words) {
        return entry(words).getKey();
    }

    private Map.Entry<GroupDraft, FailoverGroup> entry(Words words) {
        Optional<Map.Entry<GroupDraft, FailoverGroup>> entry = groups.entrySet().stream()
                .filter(it -> it.getValue().id().value().equals(words.of("GROUP")))
                .findFirst();
        return entry.orElseThrow(() -> new WrongLineException("there is no group " + words.of("GROUP")));
    }

    private FakeNode owner(FailoverGroup group) {
        return node(cluster.ownerOf(group)
                .orElseThrow(() -> new WrongLineException("nobody has " + group.id()))
                .value());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
