package io.clp.benchmarks.nodes;

import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.benchmarks.demo.Strategy;
import io.clp.benchmarks.windows.Series;
import io.clp.iis.Standby;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures a planned switchover by the library beside one by a program in C that makes the same calls in the same order: in turns, each
 * with processes of its own that are warm. Prints a row of a table.
 */
public final class SwitchoverResults {
    private static final int WARMUPS = 6;
    private static final int BLOCKS = 3;

    private final Lab lab;
    private final Scenario scenario = new Scenario(Standby.ONE_WAY, Strategy.ARMLOAD);
    private long epoch;

    private SwitchoverResults(Lab lab) {
        this.lab = lab;
    }

    /**
     * Runs it.
     *
     * @param arguments the folder of the lab; how many switchovers each
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SwitchoverResults results = new SwitchoverResults(Lab.in(Path.of(arguments[0])));
        int each = (Integer.parseInt(arguments[1]) + BLOCKS - 1) / BLOCKS;
        List<Double> library = new ArrayList<>();
        List<Double> byHand = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            library.addAll(results.block(false, each));
            byHand.addAll(results.block(true, each));
        }
        Series ours = new Series(library);
        Series peer = new Series(byHand);
        out.println(String.format(
                Locale.ROOT,
                "| planned switchover between two nodes: partition, address, IIS | 1.2 x the same calls in C | %s, %.2f x | in C %s |",
                ours.words("ms"),
                ours.median() / peer.median(),
                peer.words("ms")));
    }

    private List<Double> block(boolean byHand, int count) {
        List<RemoteNode> nodes = lab.nodes().stream()
                .map(it -> byHand ? RemoteNode.peer(it) : new RemoteNode(it, scenario))
                .toList();
        String group = scenario.sites().get(0).id();
        List<Double> millis = new ArrayList<>();
        try {
            expect(nodes.get(0).start(group, StartCause.START, ++epoch));
            for (int i = 0; i < WARMUPS + count; i++) {
                RemoteNode from = nodes.get(i % 2);
                RemoteNode to = nodes.get(1 - i % 2);
                long begun = System.nanoTime();
                expect(from.stop(group, StopCause.GROUP_MOVE));
                expect(to.start(group, StartCause.START, ++epoch));
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            expect(nodes.get((WARMUPS + count) % 2).stop(group, StopCause.GROUP_STOP));
        } finally {
            nodes.forEach(RemoteNode::close);
        }
        return millis.subList(WARMUPS, millis.size());
    }

    private static void expect(Optional<Answer> answer) {
        Answer.wrong("the switchover", answer).ifPresent(it -> {
            throw new IllegalStateException(it);
        });
    }
}
