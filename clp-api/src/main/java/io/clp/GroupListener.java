package io.clp;

/** Hears what happens to groups; see {@link GroupController#subscribe(GroupListener)} for the order and the thread. */
@FunctionalInterface
public interface GroupListener {
    /**
     * Takes one event. What it throws is logged and disturbs nobody; a slow listener delays only itself.
     *
     * @param event what happened
     */
    void onEvent(GroupEvent event);
}
