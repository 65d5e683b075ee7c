package io.clp.testkit.scenarios;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.failover.Fencer;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario: text that says what it proves, a cluster, and commands ("&gt; start web"), each followed by what came of it, up to the next
 * command, comment or empty line.
 *
 * @param expected the file as it is
 * @param actual the file with what the cluster does
 */
record Scenario(String expected, String actual) {
    private static final String COMMAND = "> ";

    /** Reads a scenario and plays it. */
    static Scenario of(String text) {
        String expected = text.replace("\r\n", "\n");
        if (!expected.startsWith("# ")) {
            throw new IllegalArgumentException("line 1: a scenario begins with a comment that says what it proves");
        }
        try (Chronicle chronicle = new Chronicle();
                Play play = new Play(chronicle)) {
            int number = 0;
            for (String line : expected.split("\n", -1)) {
                number++;
                try {
                    play.line(line);
                } catch (WrongLineException | ClpException | IllegalStateException e) {
                    throw new IllegalArgumentException(
                            "line " + number + ", \"" + line.strip() + "\": " + e.getMessage(), e);
                }
            }
            if (play.stage == null) {
                throw new IllegalArgumentException(
                        "line " + number + ": a scenario has at least one command, \"> start web\"");
            }
            return new Scenario(expected, String.join("\n", play.actual));
        }
    }

    /** A scenario that is being played. */
    private static final class Play implements AutoCloseable {
        private final Chronicle chronicle;
        private final List<String> actual = new ArrayList<>();
        private final Map<String, GroupDraft> drafts = new LinkedHashMap<>();
        private final FakeCluster.Builder cluster = FakeCluster.builder();
        private final Vocabulary setting = new Vocabulary("line before the first command");
        private final List<String> running = new ArrayList<>();
        private Duration session = Duration.ofSeconds(5);
        private @Nullable Vocabulary ofGroup;
        private @Nullable Stage stage;
        private boolean inOutcome;

        Play(Chronicle chronicle) {
            this.chronicle = chronicle;
            setting.add("nodes NODES", it -> cluster.nodes(it.list("NODES")))
                    .add("group GROUP on NODES", it -> group(it.of("GROUP"), it.list("NODES")))
                    .add("running GROUPS", it -> running.addAll(List.of(it.list("GROUPS"))))
                    .add("session TIME", it -> session = it.time())
                    .add("members accept the risk of not fencing", it -> cluster.acceptUnfenced())
                    .add("no fencer", it -> cluster.fencer(Fencer.none()));
        }

        private void group(String id, String... nodes) {
            GroupDraft draft = new GroupDraft(id, drafts.size() + 1, chronicle, nodes);
            if (drafts.putIfAbsent(id, draft) != null) {
                throw new WrongLineException("there is a group " + id + " above");
            }
            ofGroup = draft.settings();
        }

        void line(String line) {
            boolean quiet = line.isEmpty() || line.startsWith("#");
            if (!line.startsWith(" ")) {
                inOutcome = false;
            }
            if (!inOutcome) {
                actual.add(line);
            }
            if (line.startsWith(COMMAND)) {
                inOutcome = true;
                actual.addAll(stage().command(line.substring(COMMAND.length()).strip()));
            } else if (!quiet && !inOutcome) {
                set(line);
            }
        }

        private void set(String line) {
            if (stage != null) {
                throw new WrongLineException(
                        "after the first command there are only commands, \"> start web\", and comments");
            }
            if (!line.startsWith(" ")) {
                setting.say(line.strip());
            } else if (ofGroup == null) {
                throw new WrongLineException("an indented line belongs to a group, and there is none above it");
            } else {
                ofGroup.say(line.strip());
            }
        }

        private Stage stage() {
            Stage known = stage;
            if (known == null) {
                Map<GroupDraft, FailoverGroup> groups = new LinkedHashMap<>();
                drafts.forEach((id, draft) -> {
                    groups.put(draft, draft.build());
                    chronicle.name("volume " + draft.volume(), "disk of " + id);
                    chronicle.name(draft.volume(), "disk of " + id);
                    chronicle.name(draft.address(), "address of " + id);
                });
                known = new Stage(cluster.latencies(latencies()).build(), groups, chronicle);
                stage = known;
                known.begin(running);
            }
            return known;
        }

        /** Times that can be told apart at a glance. */
        private Latencies latencies() {
            return Latencies.none()
                    .failureDetection(Latency.fixed(session))
                    .serviceStart(Latency.fixed(Duration.ofSeconds(2)))
                    .serviceStop(Latency.fixed(Duration.ofSeconds(1)));
        }

        @Override
        public void close() {
            if (stage != null) {
                stage.close();
            }
        }
    }
}
