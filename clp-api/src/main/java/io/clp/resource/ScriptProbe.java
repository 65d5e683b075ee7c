package io.clp.resource;

/** Says whether what a script started is online: the certainty that a script alone does not give. */
@FunctionalInterface
public interface ScriptProbe {
    /**
     * Observes once and changes nothing.
     *
     * @param context the attempt
     * @return what was found of this group's own; offline only where that is certain, for it allows another node to start
     * @throws InterruptedException the attempt is past its deadline; to be let out
     * @throws Exception the observation could not be made; the resource counts as unknown
     */
    Probe probe(ResourceContext context) throws Exception;
}
