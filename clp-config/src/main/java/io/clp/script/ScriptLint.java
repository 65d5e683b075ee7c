package io.clp.script;

import io.clp.DefinitionException;
import io.clp.DefinitionException.Problem;
import io.clp.config.internal.lint.Facts;
import io.clp.config.internal.lint.Judge;
import java.util.Collection;
import java.util.List;

/**
 * Looks for what is wrong with a START.BAT and the STOP.BAT that belongs to it. Immutable and safe for use by several threads.
 *
 * <p>Both are run in all 16 situations that a cluster can run them in, on a node where every program succeeds, and their runs are
 * compared; where they ask whether files exist, on one where all do and on one where none does. What such a run does not show is read from
 * the text. Programs that start services in other ways than {@code ARMLOAD}, {@code net}, {@code sc} and {@code iisreset} are not seen.
 */
public final class ScriptLint {
    private final BatchScript start;
    private final BatchScript stop;
    private final Facts facts;

    private ScriptLint(BatchScript start, BatchScript stop, Facts facts) {
        this.start = start;
        this.stop = stop;
        this.facts = facts;
    }

    /**
     * Returns a lint that knows nothing but the scripts.
     *
     * @param start the script that takes the group online
     * @param stop the script that takes it offline
     * @return the lint
     */
    public static ScriptLint of(BatchScript start, BatchScript stop) {
        return new ScriptLint(start, stop, Facts.NONE);
    }

    /**
     * Says which IIS the scripts are for.
     *
     * @param majorMinor as a node names it, "7.5" or "10"
     * @return a copy that knows it
     * @throws DefinitionException it is no version
     */
    public ScriptLint iisVersion(String majorMinor) {
        if (!majorMinor.matches("\\d{1,4}(\\.\\d{1,4})?")) {
            throw new DefinitionException(
                    "script lint",
                    List.of(new Problem("iisVersion", majorMinor, "a version is a number, or two with a dot, as 7.5")));
        }
        return new ScriptLint(start, stop, facts.withIis(majorMinor));
    }

    /**
     * Says whether another group uses the same services on the node to which this one moves.
     *
     * @param isTwoWay true for a two-way standby, whose STOP.BAT starts again what it stops
     * @return a copy that knows it
     */
    public ScriptLint twoWay(boolean isTwoWay) {
        return new ScriptLint(start, stop, facts.withTwoWay(isTwoWay));
    }

    /**
     * Says which services depend on another.
     *
     * @param service the short name of the service that the others need
     * @param dependents their short names
     * @return a copy that knows it as well as what was said before
     */
    public ScriptLint dependents(String service, Collection<String> dependents) {
        return new ScriptLint(start, stop, facts.withDependents(service, dependents));
    }

    /** {@return what was found, START.BAT first, in the order of the lines} */
    public List<ScriptFinding> findings() {
        return Judge.of(start.model(), stop.model(), facts);
    }
}
