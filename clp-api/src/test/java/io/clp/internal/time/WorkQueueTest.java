package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private static final int NO_LIMIT = 100;

    private final WorkQueue queue = new WorkQueue();
    private final Runnable one = new Work("one");
    private final Runnable two = new Work("two");
    private final Runnable three = new Work("three");
    private final Runnable four = new Work("four");

    private record Work(String name) implements Runnable {
        @Override
        public void run() {
            throw new AssertionError(name + " is not to be run here");
        }
    }

    @Test
    void isFirstInFirstOutAcrossBatches() {
        queue.add(one);
        queue.addAll(List.of(two, three));
        queue.add(four);
        assertThat(List.of(take(), take(), take(), take())).containsExactly(one, two, three, four);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void sharesOnlyTheBatchBeforeEverythingElse() {
        queue.add(one);
        queue.addAll(List.of(two, three));
        assertThat(queue.pollShared()).as("one is first").isNull();
        assertThat(List.of(take(), take())).containsExactly(one, two);
        queue.add(four);
        assertThat(queue.pollShared()).isSameAs(three);
        assertThat(queue.pollShared()).as("four is no batch").isNull();
        assertThat(queue.poll()).isSameAs(four);
    }

    @Test
    void isEmptyOnceTheLastOfABatchIsTaken() {
        assertThat(queue.isEmpty()).isTrue();
        queue.addAll(List.of(one, two));
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.poll()).isSameAs(one);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.pollShared()).isSameAs(two);
        assertThat(queue.isEmpty()).isTrue();
        queue.add(three);
        assertThat(queue.isEmpty()).isFalse();
    }

    @Test
    void takesNothingFromAnEmptyList() {
        queue.addAll(List.of());
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void keepsABatchThoughItsListChanges() {
        List<Runnable> list = new ArrayList<>(List.of(one, two));
        queue.addAll(list);
        list.clear();
        assertThat(List.of(take(), take())).containsExactly(one, two);
    }

    @Test
    void countsUpToALimit() {
        assertThat(queue.size(2)).isZero();
        queue.addAll(List.of(one, two, three));
        queue.add(four);
        assertThat(queue.size(2)).isEqualTo(2);
        assertThat(queue.size(NO_LIMIT)).isEqualTo(4);
        assertThat(queue.poll()).isSameAs(one);
        assertThat(queue.pollShared()).isSameAs(two);
        assertThat(queue.size(NO_LIMIT)).isEqualTo(2);
    }

    private Runnable take() {
        Runnable work = queue.poll();
        assertThat(work).isNotNull();
        return work;
    }
}
