package io.clp.rehearse.passage;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBarTest {
    @ParameterizedTest
    @CsvSource({
        "0,    1000, '##########'",
        "0,     500, '#####     '",
        "500,   500, '     #####'",
        "250,   500, '   #####  '",
        "300,     1, '   #      '",
        "999,     1, '         #'",
        "1000,    0, '          '",
        "0,       0, '          '"
    })
    void liesWhereItsTimeLiesAndIsAsWideAsTheWhole(long start, long duration, String bar) {
        assertThat(TimeBar.of(ofMillis(start), ofMillis(duration), ofSeconds(1), '#', 10))
                .isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,5"})
    void isEmptyWhereTheWholeTookNoTime(long start, long duration) {
        assertThat(TimeBar.of(ofMillis(start), ofMillis(duration), Duration.ZERO, '#', 4))
                .isEqualTo("    ");
    }
}
