package io.clp.resource;

/** What a group says of one of its resources, beside the resource itself. Used while the group is being built, by one thread. */
public interface ResourceSettings {
    /**
     * Names what the resource depends on, in the place of the default. Called again it adds further ones.
     *
     * @param resources ids of the same group; none means that it depends on nothing
     * @return this
     */
    ResourceSettings dependsOn(String... resources);

    /**
     * Names what the resource depends on beside the default, or beside what {@link #dependsOn} named.
     *
     * @param resources ids of the same group
     * @return this
     */
    ResourceSettings alsoDependsOn(String... resources);

    /**
     * Sets deadlines and retries.
     *
     * @param policy {@link ResourcePolicy#defaults()} where this is not called
     * @return this
     */
    ResourceSettings policy(ResourcePolicy policy);
}
