package io.clp.resource;

import io.clp.FailoverGroup;
import java.util.Optional;

/**
 * Recognises in a resource of an existing cluster something that this library has a resource of its own for: in scripts that start W3SVC,
 * say, IIS. Found by {@link java.util.ServiceLoader} or given to the reader of a configuration; what it offers is taken only on request.
 *
 * <p>Called from any thread. An implementation has no state.
 */
@FunctionalInterface
public interface ResourceRecognizer {
    /**
     * Looks at a resource.
     *
     * @param group the group as it was read
     * @param resource one of its resources; what it uses of the node says which service it is
     * @param scripts what it runs; without texts for a resource that runs no scripts
     * @return what could stand in its place; empty where it is not recognised for certain
     */
    Optional<Offer> recognize(FailoverGroup group, Resource resource, Scripts scripts);

    /**
     * The scripts of a resource.
     *
     * @param start the text of the one that starts; empty where there is none
     * @param stop the text of the one that stops; empty where there is none
     */
    record Scripts(String start, String stop) {}

    /**
     * A resource that could stand in the place of another one.
     *
     * @param what what was recognised, in words: "IIS in one-way standby, by ARMLOAD"
     * @param resource the resource, with the id of the one that it stands for
     * @param java an expression that builds the same, with whole names of types, over several lines or not
     */
    record Offer(String what, Resource resource, String java) {}
}
