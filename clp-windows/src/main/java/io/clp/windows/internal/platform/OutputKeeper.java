package io.clp.windows.internal.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Keeps the first and the last of an output, however much there is. Thread-safe. */
final class OutputKeeper {
    private static final int FIRST = 64 * 1024;
    private static final int LAST = 192 * 1024;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final int firstSize;
    private final int lastSize;
    /** A ring: the byte at {@link #passed} modulo its length is the oldest. Empty until the first part is full. */
    private byte[] last = new byte[0];

    /** How many bytes went into the ring. */
    private long passed;

    OutputKeeper() {
        this(FIRST, LAST);
    }

    /** Keeps so many bytes of the beginning and of the end. */
    OutputKeeper(int firstSize, int lastSize) {
        this.firstSize = firstSize;
        this.lastSize = lastSize;
    }

    synchronized void add(byte[] bytes) {
        int head = Math.min(bytes.length, firstSize - first.size());
        first.write(bytes, 0, head);
        if (head == bytes.length) {
            return;
        }
        if (last.length == 0) {
            last = new byte[lastSize];
        }
        int begin = Math.max(head, bytes.length - lastSize); // what comes before it would be overwritten at once
        passed += begin - head;
        for (int from = begin; from < bytes.length; ) {
            int at = (int) (passed % lastSize);
            int count = Math.min(bytes.length - from, lastSize - at);
            System.arraycopy(bytes, from, last, at, count);
            passed += count;
            from += count;
        }
    }

    /** Returns the text so far. Where bytes were left out, whole lines are if there are any, and the text says how many bytes. */
    synchronized String text(Charset charset) {
        byte[] head = first.toByteArray();
        byte[] tail = tail();
        if (passed <= lastSize) {
            byte[] all = new byte[head.length + tail.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(tail, 0, all, head.length, tail.length);
            return new String(all, charset);
        }
        int headEnd = afterLineBreak(head, head.length - 1, -1);
        int tailBegin = afterLineBreak(tail, 0, 1);
        headEnd = headEnd < 0 ? head.length : headEnd;
        tailBegin = tailBegin < 0 ? 0 : tailBegin;
        long leftOut = passed - lastSize + (head.length - headEnd) + tailBegin;
        return new String(head, 0, headEnd, charset)
                + "\r\n[" + leftOut + " bytes left out]\r\n"
                + new String(tail, tailBegin, tail.length - tailBegin, charset);
    }

    private byte[] tail() {
        int kept = (int) Math.min(passed, lastSize);
        byte[] tail = new byte[kept];
        if (kept > 0) {
            int oldest = (int) ((passed - kept) % lastSize);
            int toEnd = Math.min(kept, lastSize - oldest);
            System.arraycopy(last, oldest, tail, 0, toEnd);
            System.arraycopy(last, 0, tail, toEnd, kept - toEnd);
        }
        return tail;
    }

    /** Returns where the line after the nearest line break begins, -1 where there is none. No charset of Windows has LF within a character. */
    private static int afterLineBreak(byte[] bytes, int from, int step) {
        for (int i = from; i >= 0 && i < bytes.length; i += step) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }
}
