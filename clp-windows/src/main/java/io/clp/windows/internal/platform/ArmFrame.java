package io.clp.windows.internal.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What goes over the channel of the ARM programs; their source, arm.c, has the same. Of one thread. */
final class ArmFrame {
    /** More than Windows lets a command line have. */
    static final int LONGEST = 128 * 1024;

    private static final int CHARACTER = 2;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    /**
     * Adds what was read.
     *
     * @return false where it cannot become a request
     */
    boolean add(byte[] bytes) {
        read.write(bytes, 0, bytes.length);
        int length = length();
        return length >= 0 && length <= LONGEST && length % CHARACTER == 0 && read.size() <= Integer.BYTES + length;
    }

    /** Returns the program and its arguments, once all of them were read. */
    Optional<List<String>> request() {
        int length = length();
        if (read.size() < Integer.BYTES || read.size() < Integer.BYTES + length) {
            return Optional.empty();
        }
        String text = new String(read.toByteArray(), Integer.BYTES, length, StandardCharsets.UTF_16LE);
        String ended = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        return Optional.of(List.of(ended.split("\0", -1)));
    }

    /** Returns the length that the request says it has, or the longest where that was not read yet. */
    private int length() {
        return read.size() < Integer.BYTES
                ? LONGEST
                : ByteBuffer.wrap(read.toByteArray())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
    }

    /** Returns an answer as it is written. */
    static byte[] answer(int exitCode, String text) {
        String lines = text.isEmpty() || text.endsWith("\n") ? text : text + "\r\n";
        byte[] characters = lines.substring(0, Math.min(lines.length(), LONGEST / CHARACTER))
                .getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(2 * Integer.BYTES + characters.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(exitCode)
                .putInt(characters.length)
                .put(characters)
                .array();
    }
}
