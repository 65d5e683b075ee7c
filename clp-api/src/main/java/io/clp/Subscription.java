package io.clp;

/** A listener's registration. Thread-safe. */
public interface Subscription extends AutoCloseable {
    /** Ends the registration; no event is begun after that. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Returns how many events were left out because the listener was too slow. What is left out is always older than what is
     * kept: the newest state of each group and resource and the first event of each epoch arrive.
     */
    default long leftOut() {
        return 0;
    }
}
