package io.clp.windows.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideStringsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "W3SVC", "キュー管理", "𠮷野"})
    void readsUpToTheZero(String text) {
        try (Memory memory = bytes(text + "\0rest")) {
            assertThat(WideStrings.read(memory)).isEqualTo(text);
        }
    }

    @Test
    void noAddressIsAnEmptyString() {
        assertThat(WideStrings.read(null)).isEmpty();
        assertThat(WideStrings.readMany(null)).isEmpty();
    }

    @Test
    void readsStringsUpToTheEmptyOne() {
        try (Memory memory = bytes("WAS\0HTTP\0+Base\0サービス\0\0rest")) {
            assertThat(WideStrings.readMany(memory)).containsExactly("WAS", "HTTP", "+Base", "サービス");
        }
        try (Memory memory = bytes("\0\0")) {
            assertThat(WideStrings.readMany(memory)).isEmpty();
        }
    }

    private static Memory bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
