package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contract suites have in common: a fixture for each test, and waiting on the platform's own timeline. */
public abstract class ContractSuite {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** The fixture of the present test. */
    private @Nullable PlatformFixture present;

    ContractSuite() {}

    /**
     * Makes a fixture for one test.
     *
     * @return a new one; the test closes it
     */
    protected abstract PlatformFixture fixture();

    @BeforeEach
    final void open() {
        present = fixture();
    }

    @AfterEach
    final void close() {
        if (present != null) {
            present.close();
        }
    }

    final PlatformFixture fixed() {
        PlatformFixture fixture = present;
        if (fixture == null) {
            throw new IllegalStateException("no test runs");
        }
        return fixture;
    }

    final Timeline time() {
        return fixed().timeline();
    }

    final Duration patience() {
        return fixed().patience();
    }

    /** Waits until something holds; fails where it does not within the fixture's patience. */
    final void eventually(String what, BooleanSupplier holds) throws InterruptedException {
        long begun = time().nanos();
        while (!holds.getAsBoolean()) {
            assertThat(since(begun)).as("time until " + what).isLessThan(patience());
            time().sleep(BETWEEN_LOOKS);
        }
    }

    final Duration since(long nanos) {
        return Duration.ofNanos(time().nanos() - nanos);
    }

    /** Sees that an amount of time passed: not less, and no more than the fixture's slack above it. */
    final void assertTook(Duration taken, Duration wanted) {
        assertThat(taken).as("time taken").isBetween(wanted, wanted.plus(fixed().slack()));
    }

    /** Waits for what a task returned. */
    final <T> T get(Task<T> task) throws Exception {
        return task.join(patience());
    }

    final <T> T get(CompletableFuture<T> future) throws InterruptedException, ExecutionException {
        assertThat(time().await(future, patience())).as("completed in time").isTrue();
        return future.get();
    }

    /** Interrupts a call while it waits, and returns how long it then took to end with an {@link InterruptedException}. */
    final Duration interrupted(Callable<?> call) throws Exception {
        CompletableFuture<Long> at = new CompletableFuture<>();
        Task<Boolean> task = time().fork("interrupted", () -> {
            try {
                call.call();
                return false;
            } catch (InterruptedException e) {
                at.complete(time().nanos());
                return !Thread.currentThread().isInterrupted();
            }
        });
        time().sleep(Duration.ofMillis(200));
        assertThat(task.done()).as("ended before the interrupt").isFalse();
        long before = time().nanos();
        task.interrupt();
        assertThat(get(task))
                .as("InterruptedException thrown, with the flag cleared")
                .isTrue();
        return Duration.ofNanos(get(at) - before);
    }
}
