package io.clp.windows.internal.driver;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. Parsed without the JDK's resolver, which would ask the network for what is not a literal. Equal where the
 * addresses are, whatever their spelling.
 */
public final class IpLiteral {
    private static final int BITS_OF_BYTE = 8;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private final byte[] bytes;

    private IpLiteral(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the address of some bytes.
     *
     * @param bytes 4 or 16, in network order
     * @return the address
     */
    public static IpLiteral of(byte[] bytes) {
        if (bytes.length != IPV4_BYTES && bytes.length != IPV6_BYTES) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        return new IpLiteral(bytes.clone());
    }

    /**
     * Returns the address that a text is.
     *
     * @param text an IPv4 or IPv6 literal without scope and prefix length
     * @return null where it is none
     */
    public static @Nullable IpLiteral parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
        return bytes == null ? null : new IpLiteral(bytes);
    }

    private static byte @Nullable [] ipv4(String text) {
        Matcher parts = IPV4.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        byte[] bytes = new byte[IPV4_BYTES];
        for (int i = 0; i < IPV4_BYTES; i++) {
            String part = parts.group(i + 1);
            int value = Integer.parseInt(part);
            boolean octal = part.length() > 1 && part.charAt(0) == '0'; // some read 010 as 8: it is refused
            if (value > 0xff || octal) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte @Nullable [] ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all == null || all.length != IPV6_BYTES ? null : all;
        }
        byte[] left = groups(text.substring(0, gap));
        byte[] right = groups(text.substring(gap + 2));
        if (left == null || right == null || left.length + right.length >= IPV6_BYTES) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(left, IPV6_BYTES);
        System.arraycopy(right, 0, bytes, IPV6_BYTES - right.length, right.length);
        return bytes;
    }

    private static byte @Nullable [] groups(String text) {
        String[] groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        byte[] bytes = new byte[groups.length * 2];
        for (int i = 0; i < groups.length; i++) {
            if (!GROUP.matcher(groups[i]).matches()) {
                return null;
            }
            int value = Integer.parseInt(groups[i], 16);
            bytes[2 * i] = (byte) (value >> BITS_OF_BYTE);
            bytes[2 * i + 1] = (byte) value;
        }
        return bytes;
    }

    /** {@return its bytes in network order: 4 or 16} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return whether it is an IPv4 address} */
    public boolean isIpv4() {
        return bytes.length == IPV4_BYTES;
    }

    /** {@return how many bits it has: 32 or 128} */
    public int bits() {
        return bytes.length * BITS_OF_BYTE;
    }

    /** {@return whether every bit is zero: no address at all} */
    public boolean isZero() {
        return sameBits(new IpLiteral(new byte[bytes.length]), bits());
    }

    /** {@return whether an interface can have it: not zero, not loopback, not multicast, not reserved} */
    public boolean isUnicast() {
        int first = bytes[0] & 0xff;
        if (isIpv4()) {
            return first != 0 && first != 127 && first < 224;
        }
        boolean low = sameBits(new IpLiteral(new byte[IPV6_BYTES]), bits() - 1); // :: and ::1
        return !low && first != 0xff;
    }

    /**
     * Returns whether another address lies in the same subnet.
     *
     * @param other any address
     * @param prefix how many leading bits must agree
     * @return whether they do; false for addresses of different families
     */
    public boolean sameSubnet(IpLiteral other, int prefix) {
        return bytes.length == other.bytes.length && sameBits(other, prefix);
    }

    private boolean sameBits(IpLiteral other, int count) {
        for (int bit = 0; bit < count; bit++) {
            int mask = 0x80 >> bit % BITS_OF_BYTE;
            if (((bytes[bit / BITS_OF_BYTE] ^ other.bytes[bit / BITS_OF_BYTE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpLiteral it && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += isIpv4() ? 1 : 2) {
            if (isIpv4()) {
                text.append(i == 0 ? "" : ".").append(bytes[i] & 0xff);
            } else {
                text.append(i == 0 ? "" : ":")
                        .append(Integer.toHexString(((bytes[i] & 0xff) << BITS_OF_BYTE) | (bytes[i + 1] & 0xff)));
            }
        }
        return text.toString();
    }
}
