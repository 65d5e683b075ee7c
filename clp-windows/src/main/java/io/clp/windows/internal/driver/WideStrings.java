package io.clp.windows.internal.driver;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads strings of Windows: UTF-16, ended by a zero. */
final class WideStrings {
    private WideStrings() {}

    /** Returns the string at an address; the empty one at none. */
    static String read(@Nullable Pointer text) {
        if (text == null) {
            return "";
        }
        StringBuilder read = new StringBuilder();
        for (long at = 0; text.getShort(at) != 0; at += Character.BYTES) {
            read.append((char) text.getShort(at));
        }
        return read.toString();
    }

    /** Returns the strings that lie one after the other and end with an empty one (REG_MULTI_SZ); none at no address. */
    static List<String> readMany(@Nullable Pointer texts) {
        List<String> read = new ArrayList<>();
        if (texts != null) {
            long at = 0;
            for (String text = read(texts); !text.isEmpty(); text = read(texts.share(at))) {
                read.add(text);
                at += (long) (text.length() + 1) * Character.BYTES;
            }
        }
        return read;
    }
}
