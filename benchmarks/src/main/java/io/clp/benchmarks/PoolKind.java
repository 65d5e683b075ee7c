package io.clp.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The pool that a peer gets. */
public enum PoolKind {
    /** As many threads as can be of use for the job. */
    FIXED {
        @Override
        ExecutorService open(Job job) {
            return Executors.newFixedThreadPool(job.parallelism());
        }
    },

    /** A thread for whatever finds none idle. */
    CACHED {
        @Override
        ExecutorService open(Job job) {
            return Executors.newCachedThreadPool();
        }
    };

    abstract ExecutorService open(Job job);
}
