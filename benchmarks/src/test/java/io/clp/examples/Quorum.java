package io.clp.examples;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A quorum that a product has already, as one node sees it: registers with compare-and-set, and leases. */
public interface Quorum {
    /** Reads a register; empty where nothing was ever written. */
    Optional<Entry> read(String key) throws IOException;

    /**
     * Writes a register where its revision is still the given one, 0 where nothing was ever written.
     *
     * @throws IOException it may have been written or not
     */
    boolean compareAndSet(String key, long revision, String value) throws IOException;

    /** How long this node's lease holds certainly, by its own monotonic clock; zero or less where it has ended. */
    Duration leaseLeft();

    /** How long a lease is: the others count a node as lost when it has not been renewed for so long. */
    Duration lease();

    /** The nodes whose leases hold, as last heard. */
    Set<String> members();

    /** Grows when the lease is renewed after it had not been for a while: what was known before may be no more. */
    long leaseNumber();

    /** Tells of every change, until closed. */
    AutoCloseable onChange(Watcher watcher);

    /** Hears of changes. */
    @FunctionalInterface
    interface Watcher {
        /** Called with a register and what it holds now, or with two empty texts where members or this node's contact changed. */
        void changed(String key, String value);
    }

    /** What a register holds. */
    record Entry(long revision, String value) {}
}
