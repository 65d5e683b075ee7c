package io.clp.testkit.simulation;

import java.util.Optional;

/** Runs seeds one after the other: {@code Simulation FROM SEEDS}. Prints what breaks a rule, and ends with a line of counts. */
public final class Simulation {
    private static final int TOLD_EVERY = 5_000;

    private Simulation() {}

    /**
     * Runs the command.
     *
     * @param args the first seed, and how many
     */
    public static void main(String[] args) {
        long from = Long.parseLong(args[0]);
        int seeds = Integer.parseInt(args[1]);
        int failed = 0;
        for (int i = 0; i < seeds; i++) {
            Optional<String> broken = broken(from + i);
            if (broken.isPresent()) {
                failed++;
                System.out.println(
                        "seed " + (from + i) + " in " + Arenas.of(from + i).name() + ": " + broken.get());
            }
            if ((i + 1) % TOLD_EVERY == 0) {
                System.out.println((i + 1) + " of " + seeds + " seeds");
            }
        }
        System.out.println((seeds - failed) + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1); // what a hung operation left behind waits for nobody
    }

    /**
     * Runs a seed.
     *
     * @param seed any
     * @return which rule it broke, and how; empty where none
     */
    public static Optional<String> broken(long seed) {
        return Arenas.of(seed).run(seed);
    }
}
