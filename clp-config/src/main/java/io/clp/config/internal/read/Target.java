package io.clp.config.internal.read;

/**
 * What a monitor looks at.
 *
 * @param group the group of the resource
 * @param member the resource
 * @param ofServer whether what is recovered is the server and no resource
 */
record Target(GroupFrame group, Member member, boolean ofServer) {
    Target ofServer(boolean value) {
        return new Target(group, member, value);
    }

    String name() {
        return member.found().name();
    }
}
