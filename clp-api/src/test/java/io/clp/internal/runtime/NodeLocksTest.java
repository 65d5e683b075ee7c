package io.clp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Design section 4, rule 8: operations on the same thing of a node, one after another. */
class NodeLocksTest {
    private final NodeLocks locks = new NodeLocks();
    private final List<String> granted = new ArrayList<>();

    @Test
    void givesWhatIsFreeAtOnce() {
        assertThat(locks.acquire(request("a", "x", "y"))).isTrue();
        assertThat(locks.acquire(request("b", "z"))).isTrue();
        assertThat(locks.acquire(request("c"))).isTrue();
        assertThat(granted).isEmpty();
    }

    @Test
    void servesFirstComeFirst() {
        NodeLocks.Request a = request("a", "x");
        NodeLocks.Request b = request("b", "x");
        NodeLocks.Request c = request("c", "x");
        locks.acquire(a);
        assertThat(locks.acquire(b)).isFalse();
        assertThat(locks.acquire(c)).isFalse();
        locks.release(a);
        assertThat(granted).containsExactly("b");
        locks.release(b);
        assertThat(granted).containsExactly("b", "c");
        locks.release(c);
        assertThat(locks.acquire(request("d", "x"))).isTrue();
    }

    @Test
    void waitsForItsThingsInOrderAndKeepsWhatItHas() {
        NodeLocks.Request a = request("a", "y");
        NodeLocks.Request b = request("b", "x", "y");
        NodeLocks.Request c = request("c", "x");
        locks.acquire(a);
        assertThat(locks.acquire(b)).isFalse();
        assertThat(locks.acquire(c)).isFalse();
        locks.release(a);
        assertThat(granted).containsExactly("b");
        locks.release(b);
        assertThat(granted).containsExactly("b", "c");
    }

    @Test
    void takesAWaitingRequestBackAndSaysWhatItWaitedFor() {
        NodeLocks.Request a = request("a", "y");
        NodeLocks.Request b = request("b", "x", "y");
        NodeLocks.Request c = request("c", "x");
        locks.acquire(a);
        locks.acquire(b);
        locks.acquire(c);
        assertThat(locks.cancel(b)).isEqualTo("y, which a has");
        assertThat(granted).containsExactly("c");
        locks.release(a);
        assertThat(granted).containsExactly("c");
        assertThat(locks.cancel(b)).isNull();
    }

    @Test
    void doesNotTakeBackWhatHasEverything() {
        NodeLocks.Request a = request("a", "x");
        locks.acquire(a);
        assertThat(locks.cancel(a)).isNull();
        assertThat(locks.acquire(request("b", "x"))).isFalse();
    }

    @Test
    void givesNothingToARequestReleasedWhileItWaited() {
        NodeLocks.Request a = request("a", "x");
        NodeLocks.Request b = request("b", "x");
        locks.acquire(a);
        locks.acquire(b);
        locks.release(b);
        locks.release(a);
        locks.release(a);
        assertThat(granted).isEmpty();
        assertThat(locks.acquire(request("c", "x"))).isTrue();
    }

    private NodeLocks.Request request(String who, String... keys) {
        return new NodeLocks.Request(List.of(keys), who, () -> granted.add(who));
    }
}
