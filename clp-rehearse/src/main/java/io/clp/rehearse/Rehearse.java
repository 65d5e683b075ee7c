package io.clp.rehearse;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.NodeId;
import io.clp.config.ClusterDefinition;
import io.clp.config.ConfigurationException;
import io.clp.config.ReadOptions;
import io.clp.rehearse.arguments.UsageException;
import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.PassageText;
import io.clp.rehearse.script.ScriptRehearsed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A failover of an existing cluster, rehearsed on any machine. Prints on stdout in UTF-8, what went wrong on stderr. */
public final class Rehearse {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int UNREADABLE = 3;

    /** Kept: a logger that nobody holds may forget its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.clp");

    private Rehearse() {}

    /**
     * Runs it; see {@code --help}.
     *
     * @param arguments the words of the command line
     */
    public static void main(String[] arguments) {
        LIBRARY.setLevel(Level.SEVERE);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(List.of(arguments), out, System.err);
        out.flush();
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs it and returns the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Optional<Options> options = Options.parse(arguments);
            if (options.isEmpty()) {
                out.print(Usage.TEXT);
                return 0;
            }
            return show(options.get(), out);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(Usage.TEXT);
            return USAGE;
        } catch (ConfigurationException e) {
            e.problems().forEach(it -> err.println(it));
            return UNREADABLE;
        } catch (GroupOperationException e) {
            err.println(e.getMessage());
            err.println(e.report());
            return FAILED;
        } catch (CallRefusedException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
            return FAILED;
        }
    }

    private static int show(Options options, PrintStream out) throws UsageException, InterruptedException {
        ClusterDefinition cluster = read(options);
        if (options.java()) {
            out.print(cluster.toJava());
            return 0;
        }
        List<FailoverGroup> affected = affected(cluster, options);
        List<Failing> failures = new ArrayList<>();
        for (String word : options.failures()) {
            failures.add(Failing.of(word, cluster.nodes()));
        }
        DefinitionText.groups(cluster).forEach(out::println);
        out.println();
        DefinitionText.report(cluster.report(), options.whole()).forEach(out::println);
        try (Rehearsal rehearsal = new Rehearsal(cluster, options.iis(), options.seed())) {
            rehearsal.startAll().forEach(it -> print(it, out));
            for (Failing failing : failures) {
                rehearsal.fail(failing, affected).forEach(it -> print(it, out));
            }
            if (failures.isEmpty()) {
                for (String node : firstNodes(affected)) {
                    rehearsal.powerOff(node).forEach(it -> print(it, out));
                }
            }
            out.println();
            rehearsal.whereabouts().forEach(out::println);
            notRehearsed(rehearsal).forEach(out::println);
            return rehearsal.allOnline() ? 0 : FAILED;
        }
    }

    private static ClusterDefinition read(Options options) {
        ReadOptions.Builder reading = ReadOptions.builder();
        options.scripts().ifPresent(reading::scriptsFolder);
        options.prefixLength().ifPresent(reading::prefixLength);
        return ClusterDefinition.read(options.configuration(), reading.build());
    }

    private static List<FailoverGroup> affected(ClusterDefinition cluster, Options options) throws UsageException {
        List<FailoverGroup> affected = new ArrayList<>();
        for (String name : options.groups()) {
            affected.add(cluster.groups().stream()
                    .filter(it -> it.id().value().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("cluster " + cluster.name() + " has no group " + name)));
        }
        return affected.isEmpty() ? cluster.groups() : affected;
    }

    private static Set<String> firstNodes(List<FailoverGroup> groups) {
        Set<String> nodes = new LinkedHashSet<>();
        groups.stream().map(it -> it.nodes().get(0)).map(NodeId::value).forEach(nodes::add);
        return nodes;
    }

    private static void print(Passage passage, PrintStream out) {
        out.println();
        PassageText.lines(passage).forEach(out::println);
    }

    private static Set<String> notRehearsed(Rehearsal rehearsal) {
        Set<String> lines = new LinkedHashSet<>();
        for (ScriptRehearsed run : rehearsal.scriptsRun()) {
            run.notRehearsed().forEach(it -> lines.add("not rehearsed, taken to end with 0: " + it));
        }
        return lines;
    }
}
