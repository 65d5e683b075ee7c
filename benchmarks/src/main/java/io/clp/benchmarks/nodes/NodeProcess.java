package io.clp.benchmarks.nodes;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.NodeId;
import io.clp.Report;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.Platform;
import io.clp.windows.WindowsPlatform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The library on one node. Takes a command a line on its standard input, answers on its standard output, and ends, leaving its groups as
 * they are, at the end of its input.
 *
 * <p>Commands: {@code start GROUP CAUSE EPOCH}, {@code stop GROUP CAUSE}, {@code clear} (stop what is not owned: everything),
 * {@code halt before|after N} (die at the Nth call on the platform from now on), {@code calls} (how many calls there were).
 */
public final class NodeProcess {
    private final GroupController controller;
    private final HaltingPlatform platform;
    private final List<FailoverGroup> groups;
    private final PrintStream out;

    private NodeProcess(String node, Scenario scenario, HaltingPlatform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
        groups = scenario.groups();
        controller = GroupController.builder(NodeId.of(node), platform.platform())
                .groups(groups.toArray(FailoverGroup[]::new))
                .build();
    }

    /**
     * Runs it.
     *
     * @param arguments the node's name, the standby, the strategy
     * @throws IOException the standard input broke
     */
    public static void main(String[] arguments) throws IOException {
        Scenario scenario = Scenario.of(arguments[1], arguments[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Platform windows = WindowsPlatform.open()) {
            NodeProcess node = new NodeProcess(arguments[0], scenario, new HaltingPlatform(windows), out);
            out.println("ready");
            for (String line = readLine(); !line.isEmpty(); line = readLine()) {
                node.obey(line.split(" ", -1));
            }
            node.controller.close();
        }
    }

    /** Byte by byte: under Wine a pipe cannot say how much it has, which a reader asks. Empty at the end of the input. */
    private static String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int it = System.in.read(); it >= 0 && it != '\n'; it = System.in.read()) {
            line.append((char) it);
        }
        return line.toString().strip();
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "start" ->
                answer(() -> controller.start(group(words[1]), StartCause.valueOf(words[2]), Long.parseLong(words[3])));
            case "stop" -> answer(() -> controller.stop(group(words[1]), StopCause.valueOf(words[2])));
            case "clear" ->
                answer(() -> {
                    List<? extends Report<?>> reports = controller.stopUnowned(Set.of());
                    return reports.get(reports.size() - 1);
                });
            case "halt" -> {
                platform.haltAt(Integer.parseInt(words[2]), words[1].equals("before"));
                out.println("armed");
            }
            case "calls" -> out.println(platform.calls());
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        }
    }

    private void answer(Supplier<Report<?>> call) {
        List<String> lines;
        try {
            lines = Answer.lines(call.get(), "");
        } catch (GroupOperationException e) {
            lines = Answer.lines(e.report(), String.valueOf(e.getMessage()));
        }
        lines.forEach(out::println);
    }

    private FailoverGroup group(String id) {
        return groups.stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such group: " + id));
    }
}
