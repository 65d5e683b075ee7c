package io.clp.benchmarks.demo;

import io.clp.CallRefusedException;
import io.clp.GroupOperationException;
import io.clp.rehearse.arguments.UsageException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The guide's six configurations, failed over by members of a fake cluster. Prints tables on stdout in UTF-8, its progress on stderr. */
public final class Demonstration {
    /** Kept: a logger that nobody holds may forget its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.clp");

    private Demonstration() {}

    /**
     * Runs it; see {@code --help}.
     *
     * @param arguments the options
     */
    public static void main(String[] arguments) {
        LIBRARY.setLevel(Level.WARNING);
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
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Usage.TEXT);
                return 0;
            }
            show(options, out, err);
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(Usage.TEXT);
            return 2;
        } catch (GroupOperationException e) {
            err.println(e.getMessage());
            err.println(e.report());
            return 1;
        } catch (CallRefusedException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void show(Options options, PrintStream out, PrintStream err) {
        boolean first = true;
        for (Figure figure : options.figures()) {
            for (Strategy strategy : options.strategies()) {
                err.println("figure " + figure.number() + ", " + strategy.title() + " ...");
                if (!first) {
                    out.println();
                }
                first = false;
                lines(figure, strategy, options, err).forEach(out::println);
            }
        }
    }

    private static List<String> lines(Figure figure, Strategy strategy, Options options, PrintStream err) {
        return options.seeds() > 1
                ? Study.lines(figure, strategy, options, err::println)
                : PerformanceText.lines(
                        figure, strategy, options, Performance.of(figure, strategy, options, options.seed()));
    }
}
