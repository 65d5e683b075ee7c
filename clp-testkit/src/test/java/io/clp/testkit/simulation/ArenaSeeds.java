package io.clp.testkit.simulation;

/** Which seeds belong to an arena. */
public final class ArenaSeeds {
    private ArenaSeeds() {}

    /**
     * Returns a seed of an arena.
     *
     * @param arena its name
     * @param index from 0
     * @return always the same one
     */
    public static long of(String arena, int index) {
        return Arenas.seed(arena, index);
    }
}
