package io.clp.config.internal.model;

import io.clp.resource.Resource;

/** A resource as the file has it: it can be built, and printed as the code that builds the same. Immutable. */
public interface ResourceSpec {
    /** Returns its id here. */
    String id();

    /**
     * Builds it.
     *
     * @throws io.clp.DefinitionException a value is not one that the library takes
     */
    Resource build();

    /** Returns the code that builds it. */
    JavaCalls java();
}
