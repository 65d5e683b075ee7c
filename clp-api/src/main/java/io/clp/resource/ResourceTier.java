package io.clp.resource;

/**
 * What kind of thing a resource is. By default a resource depends on every resource of the group in a lower tier; partitions and
 * addresses are equally low.
 */
public enum ResourceTier {
    /** Storage. Never released while something that uses it may still be running. */
    PARTITION,
    /** An address. Released even where something above it failed to stop. */
    ADDRESS,
    /** A Windows service or what behaves like one. */
    SERVICE,
    /** What runs on top: IIS, scripts, the application. */
    APPLICATION;

    /** {@return the place in the order of going online; equal for partitions and addresses} */
    public int level() {
        return switch (this) {
            case PARTITION, ADDRESS -> 0;
            case SERVICE -> 1;
            case APPLICATION -> 2;
        };
    }
}
