package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmFrameTest {
    private final ArmFrame frame = new ArmFrame();

    @Test
    void aRequestIsThereOnceAllOfItIs() {
        byte[] request = request("ARMBCAST\0/MSG\0営業 表\0\0");
        for (int i = 0; i < request.length; i++) {
            assertThat(frame.request()).isEmpty();
            assertThat(frame.add(new byte[] {request[i]})).isTrue();
        }
        assertThat(frame.request())
                .hasValueSatisfying(it -> assertThat(it).containsExactly("ARMBCAST", "/MSG", "営業 表", ""));
    }

    @Test
    void theLongestRequestIsTaken() {
        String program = "x".repeat(ArmFrame.LONGEST / 2 - 1);
        assertThat(frame.add(request(program + "\0"))).isTrue();
        assertThat(frame.request()).hasValueSatisfying(it -> assertThat(it).containsExactly(program));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, ArmFrame.LONGEST + 2, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aLengthThatNoneHasIsRefused(int length) {
        assertThat(frame.add(number(length))).isFalse();
    }

    @Test
    void moreThanARequestIsRefused() {
        assertThat(frame.add(request("ARMLOG\0"))).isTrue();
        assertThat(frame.add(new byte[1])).isFalse();
    }

    @Test
    void anEmptyRequestNamesNoProgram() {
        assertThat(frame.add(number(0))).isTrue();
        assertThat(frame.request()).hasValueSatisfying(it -> assertThat(it).containsExactly(""));
    }

    @Test
    void anAnswerEndsItsLine() {
        assertThat(ArmFrame.answer(0, "")).isEqualTo(new byte[8]);
        ByteBuffer answer = ByteBuffer.wrap(ArmFrame.answer(5, "表")).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(answer.getInt()).isEqualTo(5);
        assertThat(answer.getInt()).isEqualTo(6);
        assertThat(StandardCharsets.UTF_16LE.decode(answer).toString()).isEqualTo("表\r\n");
        assertThat(ArmFrame.answer(1, "x".repeat(ArmFrame.LONGEST))).hasSize(8 + ArmFrame.LONGEST);
    }

    private static byte[] request(String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(4 + characters.length)
                .put(number(characters.length))
                .put(characters)
                .array();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
