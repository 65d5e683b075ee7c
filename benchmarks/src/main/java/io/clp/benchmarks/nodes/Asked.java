package io.clp.benchmarks.nodes;

/**
 * What a client was told once.
 *
 * @param asked when it asked, in nanoseconds
 * @param known when it knew
 * @param node which node answered; empty where none did
 * @param error what went wrong; empty where nothing did
 */
record Asked(long asked, long known, String node, String error) {
    /** Returns what a line of {@link Client} says. */
    static Asked of(String line) {
        String[] words = line.split(" ", -1);
        boolean answered = words[2].equals("node");
        return new Asked(
                Long.parseLong(words[0]), Long.parseLong(words[1]), answered ? words[3] : "", answered ? "" : words[3]);
    }

    boolean answered() {
        return error.isEmpty();
    }
}
