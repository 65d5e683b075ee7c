package io.clp.windows.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import io.clp.windows.internal.driver.GrowingBuffer.Filled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingBufferTest {
    private static final int MORE_DATA = 234;

    private final List<Long> sizes = new ArrayList<>();

    @Test
    void asksOnceWhereTheFirstBufferSuffices() {
        // A call that succeeds leaves the last error as it was: only the answer counts.
        Native.setLastError(MORE_DATA);
        Filled filled = fill(0, 0);
        assertThat(filled.code()).isZero();
        assertThat(sizes).containsExactly(16L);
    }

    @Test
    void asksAgainWithWhatWasNeeded() {
        assertThat(fill(100, MORE_DATA).code()).isZero();
        assertThat(sizes).hasSize(2).last().satisfies(it -> assertThat(it).isGreaterThanOrEqualTo(100));
    }

    @Test
    void doesNotAskForEverWhereMoreAndMoreIsNeeded() {
        Filled filled = new GrowingBuffer(16, MORE_DATA).fill((buffer, needed) -> {
            sizes.add(buffer.size());
            needed.setValue((int) buffer.size() + 1);
            Native.setLastError(MORE_DATA);
            return false;
        });
        assertThat(filled.code()).isEqualTo(MORE_DATA);
        assertThat(sizes).hasSize(4);
    }

    @Test
    void anotherCodeIsTheAnswer() {
        assertThat(fill(100, 5).code()).isEqualTo(5);
        assertThat(sizes).hasSize(1);
    }

    @Test
    void doesNotBelieveALengthThatIsNone() {
        assertThat(fill(-1, MORE_DATA).code()).isEqualTo(MORE_DATA);
        assertThat(sizes).hasSize(1);
        assertThat(fill(Integer.MAX_VALUE, MORE_DATA).code()).isEqualTo(MORE_DATA);
    }

    private Filled fill(int wanted, int codeIfTooSmall) {
        return new GrowingBuffer(16, MORE_DATA).fill((buffer, needed) -> {
            sizes.add(buffer.size());
            needed.setValue(wanted);
            if (wanted >= 0 && buffer.size() >= wanted) {
                return true;
            }
            Native.setLastError(codeIfTooSmall);
            return false;
        });
    }
}
