package io.clp.windows.internal.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputKeeperTest {
    @Test
    void keepsAllOfALittle() {
        OutputKeeper keeper = new OutputKeeper(8, 16);
        assertThat(keeper.text(UTF_8)).isEmpty();
        keeper.add("one\r\n".getBytes(US_ASCII));
        keeper.add("two\r\n".getBytes(US_ASCII));
        keeper.add(new byte[0]);
        assertThat(keeper.text(UTF_8)).isEqualTo("one\r\ntwo\r\n");
    }

    @Test
    void keepsExactlyWhatItHasRoomFor() {
        OutputKeeper keeper = new OutputKeeper(3, 4);
        keeper.add("abcdefg".getBytes(US_ASCII));
        assertThat(keeper.text(UTF_8)).isEqualTo("abcdefg");
        keeper.add("h".getBytes(US_ASCII));
        assertThat(keeper.text(UTF_8)).isEqualTo("abc\r\n[1 bytes left out]\r\nefgh");
    }

    @Test
    void leavesOutWholeLines() {
        OutputKeeper keeper = new OutputKeeper(8, 8);
        keeper.add("first\nsecond\nthird\nfourth\nlast\n".getBytes(US_ASCII));
        assertThat(keeper.text(UTF_8)).isEqualTo("first\n\r\n[20 bytes left out]\r\nlast\n");
    }

    @Test
    void aCharacterOfSeveralBytesIsNotCutInTwoWhereThereAreLines() {
        Charset charset = Charset.forName("windows-31j");
        OutputKeeper keeper = new OutputKeeper(9, 9);
        keeper.add("表示\n表示表示\n予\n".getBytes(charset));
        keeper.add("能\n表\n".getBytes(charset));
        assertThat(keeper.text(charset)).isEqualTo("表示\n\r\n[12 bytes left out]\r\n能\n表\n");
    }

    @Test
    void pieceByPieceComesToTheSameAsAtOnce() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            byte[] all = new byte[random.nextInt(200)];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) ('a' + i % 26);
            }
            OutputKeeper pieces = new OutputKeeper(10, 31);
            for (int from = 0; from < all.length; ) {
                int count = Math.min(all.length - from, 1 + random.nextInt(60));
                pieces.add(Arrays.copyOfRange(all, from, from + count));
                from += count;
            }
            assertThat(pieces.text(US_ASCII)).isEqualTo(expected(all));
        }
    }

    private static String expected(byte[] all) {
        String text = new String(all, US_ASCII);
        return all.length <= 41
                ? text
                : text.substring(0, 10) + "\r\n[" + (all.length - 41) + " bytes left out]\r\n"
                        + text.substring(all.length - 31);
    }
}
