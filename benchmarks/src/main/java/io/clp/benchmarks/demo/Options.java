package io.clp.benchmarks.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
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
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--figure" -> figures.addAll(figures(value(option, rest)));
                case "--strategy" -> strategies = strategies(value(option, rest));
                case "--iis" -> iis = oneOf(option, value(option, rest), VERSIONS);
                case "--language" ->
                    language = Locale.forLanguageTag(oneOf(option, value(option, rest), List.of("en", "ja")));
                case "--seed" -> seed = number(option, value(option, rest), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--seeds" -> seeds = (int) number(option, value(option, rest), 1, MOST_SEEDS);
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

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static List<Figure> figures(String value) throws UsageException {
        List<Figure> figures = new ArrayList<>();
        for (String each : value.split(",", -1)) {
            long number = number("--figure", each, 1, Figure.values().length);
            Arrays.stream(Figure.values()).filter(it -> it.number() == number).forEach(figures::add);
        }
        return figures;
    }

    private static List<Strategy> strategies(String value) throws UsageException {
        if (value.equals("all")) {
            return List.of(Strategy.values());
        }
        List<String> known = new ArrayList<>(
                Arrays.stream(Strategy.values()).map(Strategy::option).toList());
        known.add("all");
        String option = oneOf("--strategy", value, known);
        return Arrays.stream(Strategy.values())
                .filter(it -> it.option().equals(option))
                .toList();
    }

    private static String oneOf(String option, String value, List<String> known) throws UsageException {
        if (!known.contains(value)) {
            throw new UsageException(option + " is one of " + String.join(", ", known) + ", not \"" + value + "\"");
        }
        return value;
    }

    private static long number(String option, String value, long least, long most) throws UsageException {
        String wanted = option + " is a whole number"
                + (least == Long.MIN_VALUE ? "" : " from " + least + " to " + most) + ", not \"" + value + "\"";
        try {
            long number = Long.parseLong(value);
            if (number < least || number > most) {
                throw new UsageException(wanted);
            }
            return number;
        } catch (NumberFormatException e) {
            throw (UsageException) new UsageException(wanted).initCause(e);
        }
    }
}
