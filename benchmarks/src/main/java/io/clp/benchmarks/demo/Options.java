package io.clp.benchmarks.demo;

import io.clp.rehearse.arguments.Arguments;
import io.clp.rehearse.arguments.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param figures which figures, each once, in order
 * @param strategies which ways to start and stop IIS
 * @param iis the version of IIS on every node, as "7.5"
 * @param language of the messages
 * @param seed the first seed
 * @param seeds how many seeds; 1 prints tables, more print percentiles
 * @param planned whether groups are moved instead of nodes taken away
 * @param help whether the usage was asked for
 */
record Options(
        List<Figure> figures,
        List<Strategy> strategies,
        String iis,
        Locale language,
        long seed,
        int seeds,
        boolean planned,
        boolean help) {
    private static final List<String> VERSIONS = List.of("6.0", "7.0", "7.5", "8.0", "8.5", "10");
    private static final int MOST_SEEDS = 1_000_000;

    Options {
        figures = List.copyOf(figures);
        strategies = List.copyOf(strategies);
    }

    static Options parse(List<String> arguments) throws UsageException {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        List<Strategy> strategies = List.of(Strategy.ARMLOAD);
        String iis = "10";
        Locale language = Locale.ENGLISH;
        long seed = 1;
        int seeds = 1;
        boolean planned = false;
        boolean help = false;
        Arguments rest = new Arguments(arguments);
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--figure" -> figures.addAll(figures(rest.value(option)));
                case "--strategy" -> strategies = strategies(option, rest);
                case "--iis" -> iis = rest.oneOf(option, VERSIONS);
                case "--language" -> language = Locale.forLanguageTag(rest.oneOf(option, List.of("en", "ja")));
                case "--seed" -> seed = rest.number(option, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--seeds" -> seeds = (int) rest.number(option, 1, MOST_SEEDS);
                case "--planned" -> planned = true;
                case "--help", "-h" -> help = true;
                default -> throw new UsageException("unknown option: " + option);
            }
        }
        List<Figure> asked = figures.isEmpty() ? List.of(Figure.values()) : new ArrayList<>(figures);
        return new Options(asked, strategies, iis, language, seed, seeds, planned, help);
    }

    /** Returns the version of IIS as a node names it. */
    String nodeVersion() {
        return iis.contains(".") ? iis : iis + ".0";
    }

    private static List<Figure> figures(String value) throws UsageException {
        List<Figure> figures = new ArrayList<>();
        for (String each : value.split(",", -1)) {
            long number = Arguments.number("--figure", each, 1, Figure.values().length);
            Arrays.stream(Figure.values()).filter(it -> it.number() == number).forEach(figures::add);
        }
        return figures;
    }

    private static List<Strategy> strategies(String option, Arguments rest) throws UsageException {
        List<String> known = new ArrayList<>(
                Arrays.stream(Strategy.values()).map(Strategy::option).toList());
        known.add("all");
        String value = rest.oneOf(option, known);
        return Arrays.stream(Strategy.values())
                .filter(it -> value.equals("all") || it.option().equals(value))
                .toList();
    }
}
