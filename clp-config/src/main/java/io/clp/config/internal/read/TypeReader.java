package io.clp.config.internal.read;

import io.clp.config.internal.model.ResourceSpec;
import java.util.Optional;

/** Reads the resources of one type. */
@FunctionalInterface
interface TypeReader {
    /**
     * Reads a resource, and notes what became of it and of what it holds.
     *
     * @return what it is here; empty where it is left out, or has a problem
     */
    Optional<ResourceSpec> read(Found found, GroupFrame group);
}
