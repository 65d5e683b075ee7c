package io.clp.resource;

/** What a group says of one of its resources, beside the resource itself. Used while the group is being built, by one thread. */
public interface ResourceSettings {
    /** Names what the resource depends on, in the place of the default; nothing named means that it depends on nothing. */
    ResourceSettings dependsOn(String... resources);

    /** Names what the resource depends on beside the default, or beside what {@link #dependsOn} named. */
    ResourceSettings alsoDependsOn(String... resources);

    /** Sets deadlines and retries; {@link ResourcePolicy#defaults()} without it. */
    ResourceSettings policy(ResourcePolicy policy);
}
