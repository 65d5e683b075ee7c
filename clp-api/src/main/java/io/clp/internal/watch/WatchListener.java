package io.clp.internal.watch;

/** Who is told what becomes of watched services. Called outside any lock, from the timeline's tasks; must be fast. */
public interface WatchListener {
    /**
     * A watch has failed: its service ended abnormally and the restarts are used up. It stays listed and supervises no more.
     *
     * @param watchId the id as it was loaded
     * @param service the service's short name
     * @param why what was seen
     */
    void failed(String watchId, String service, String why);

    /**
     * A watched service was started again.
     *
     * @param watchId the id as it was loaded
     * @param service the service's short name
     * @param count how often since the count was last 0
     */
    default void restarted(String watchId, String service, int count) {}
}
