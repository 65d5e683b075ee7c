package io.clp.rehearse;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.config.ClusterDefinition;
import io.clp.config.ConfigurationException;
import io.clp.config.ReadOptions;
import io.clp.config.ResourceOffer;
import io.clp.rehearse.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

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
        } catch (IOException | UncheckedIOException e) {
            err.println("cannot be read or written: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
            return FAILED;
        }
    }

    private static int show(Options options, PrintStream out) throws UsageException, InterruptedException, IOException {
        ClusterDefinition read = read(options);
        ClusterDefinition cluster =
                options.takesOffers() ? read.taking(read.offers().toArray(ResourceOffer[]::new)) : read;
        if (options.java()) {
            out.print(cluster.toJava());
            return 0;
        }
        List<FailoverGroup> affected = affected(cluster, options);
        List<Failing> failures = failures(options, cluster, affected);
        DefinedScripts scripts = new DefinedScripts(cluster);
        List<Story.Part> parts = new ArrayList<>();
        parts.add(new Story.Lines("Groups", DefinitionText.groups(cluster)));
        parts.add(new Story.Lines("What was understood", DefinitionText.report(cluster.report(), options.whole())));
        if (!read.offers().isEmpty()) {
            parts.add(new Story.Lines("What was recognised", DefinitionText.offers(read, options.takesOffers())));
        }
        if (options.lint()) {
            parts.add(new Story.Lines("The scripts", DefinitionText.findings(scripts.findings(options.iis()))));
        }
        boolean online;
        try (Rehearsal rehearsal = new Rehearsal(cluster, scripts, options.iis(), options.seed())) {
            rehearsal.startAll().forEach(it -> parts.add(new Story.Happened(it)));
            Set<GroupId> ids = affected.stream().map(FailoverGroup::id).collect(Collectors.toSet());
            for (Failing failing : failures) {
                rehearsal.fail(failing, ids).forEach(it -> parts.add(new Story.Happened(it)));
            }
            List<String> end = new ArrayList<>(rehearsal.whereabouts());
            rehearsal.notRehearsed().forEach(it -> end.add("not rehearsed, taken to end with 0: " + it));
            parts.add(new Story.Lines("In the end", end));
            online = rehearsal.allOnline();
        }
        Story story = new Story("Rehearsal of cluster " + cluster.name(), parts);
        story.print(out::println);
        if (options.page().isPresent()) {
            Files.writeString(options.page().get(), story.page());
        }
        return online ? 0 : FAILED;
    }

    /** Without a word of it, the first servers of the groups fail, one after another. */
    private static List<Failing> failures(Options options, ClusterDefinition cluster, List<FailoverGroup> affected)
            throws UsageException {
        Set<Failing> failures = new LinkedHashSet<>();
        for (String word : options.failures()) {
            failures.add(Failing.of(word, cluster.nodes()));
        }
        if (failures.isEmpty()) {
            affected.forEach(
                    it -> failures.add(new Failing.Power(it.nodes().get(0).value())));
        }
        return List.copyOf(failures);
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
}
