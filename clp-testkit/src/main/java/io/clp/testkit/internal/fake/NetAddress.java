package io.clp.testkit.internal.fake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address with a prefix length, parsed.
 *
 * @param hex the address's bytes: one form for all spellings
 * @param bits the prefix length
 */
record NetAddress(String hex, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");
    private static final int BITS_OF_BYTE = 8;

    /** Returns the address of "10.0.0.10" or "10.0.0.10/24"; null where it is none. */
    static @Nullable NetAddress parse(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = InetAddress.getByName(literal).getAddress(); // a literal: asks no name server
        } catch (UnknownHostException e) {
            return null;
        }
        int most = bytes.length * BITS_OF_BYTE;
        if (slash < 0) {
            return new NetAddress(HexFormat.of().formatHex(bytes), most);
        }
        String length = text.substring(slash + 1);
        int bits = LENGTH.matcher(length).matches() ? Integer.parseInt(length) : 0;
        return bits < 1 || bits > most ? null : new NetAddress(HexFormat.of().formatHex(bytes), bits);
    }

    /** Returns whether an interface can have it: not zero, not loopback, not multicast, not reserved. */
    boolean isUnicast() {
        byte[] bytes = HexFormat.of().parseHex(hex);
        int first = bytes[0] & 0xff;
        if (bytes.length == 4) {
            return first != 0 && first != 127 && first < 224;
        }
        boolean low = hex.startsWith("0".repeat(hex.length() - 1)) && bytes[bytes.length - 1] <= 1; // :: and ::1
        return !low && first != 0xff;
    }

    /** Returns whether another address lies in the subnet that this is. */
    boolean contains(NetAddress other) {
        if (hex.length() != other.hex.length()) {
            return false;
        }
        byte[] mine = HexFormat.of().parseHex(hex);
        byte[] theirs = HexFormat.of().parseHex(other.hex);
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % BITS_OF_BYTE;
            if (((mine[bit / BITS_OF_BYTE] ^ theirs[bit / BITS_OF_BYTE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
