package io.clp.resource;

/**
 * The name of something that a resource keeps on one node: a session, a moment. The value lives in the node's memory, for one
 * resource of one group, and is gone after a restart of the process.
 *
 * <p>Two of the same name are different; keep one in a constant.
 *
 * @param <T> what is kept
 */
@SuppressWarnings("UnusedTypeParameter") // it types what the context's get and put take
public final class NodeLocal<T> {
    private final String name;

    private NodeLocal(String name) {
        this.name = name;
    }

    /**
     * Makes a place to keep something.
     *
     * @param name what it is, for people
     * @param <T> what is kept
     * @return a place that no other one equals, not even one of the same name
     */
    public static <T> NodeLocal<T> named(String name) {
        return new NodeLocal<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
