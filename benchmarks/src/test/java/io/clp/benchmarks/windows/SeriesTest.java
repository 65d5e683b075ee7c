package io.clp.benchmarks.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {
    @Test
    void theMedianIsInTheMiddle() {
        assertThat(new Series(List.of(3.0, 1.0, 9.0)).median()).isEqualTo(3.0);
        assertThat(new Series(List.of(4.0, 1.0, 9.0, 2.0)).median()).isEqualTo(3.0);
        assertThat(new Series(List.of(3.0, 1.0, 9.0)).words("ms")).isEqualTo("3.00 ms (max 9.00, 3 runs)");
    }

    @Test
    void warmingUpDoesNotCount() {
        Iterator<Double> values = List.of(100.0, 1.0, 3.0, 2.0).iterator();
        assertThat(Series.of(1, 3, values::next).sorted()).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void theLastOfAnEventCounts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("late.events");
        Events events = new Events(file);
        Files.writeString(file, "10 7 START_PENDING\n20 7 RUNNING\n30 7 STOPPED\n40 9 RUNNING\n");
        assertThat(events.last("RUNNING", 35)).isEqualTo(40);
        assertThatThrownBy(() -> events.last("STOPPED", 35)).hasMessageContaining("STOPPED");
        assertThatThrownBy(() -> events.last("PAUSED", 0)).hasMessageContaining("PAUSED");
    }
}
