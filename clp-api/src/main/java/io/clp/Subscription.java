package io.clp;

/** A listener's registration. Thread-safe. */
public interface Subscription extends AutoCloseable {
    /** Ends the registration; no event is begun after that. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Returns how many events were left out because the listener was too slow, or because its executor refused them.
     *
     * @return 0 or more. For a slow listener what is left out is always older than what is kept: the newest state of
     *     each group and resource and the first event of each epoch arrive. What the executor refused is lost
     */
    default long leftOut() {
        return 0;
    }
}
