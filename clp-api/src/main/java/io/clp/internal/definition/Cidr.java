package io.clp.internal.definition;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address literal with its prefix length. Parsed without the JDK's resolver, which would ask the network for what is not a
 * literal.
 *
 * @param address the literal in one form, so that one address has one text: IPv4 without leading zeros, IPv6 as RFC 5952 says
 * @param prefix the prefix length
 */
public record Cidr(String address, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    /** Returns what is wrong with an address and prefix, or null. */
    public static @Nullable String problem(@Nullable String text) {
        String form = "an address is an IPv4 or IPv6 literal with its prefix length, as 10.0.0.10/24 or fd00::10/64";
        if (text == null) {
            return form;
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return "the prefix length is missing; " + form;
        }
        String address = text.substring(0, slash);
        String prefix = text.substring(slash + 1);
        boolean four = IPV4.matcher(address).matches();
        if (!four && !isIpv6(address)) {
            return form;
        }
        int most = four ? 32 : 128;
        if (!NUMBER.matcher(prefix).matches() || Integer.parseInt(prefix) > most) {
            return "the prefix length must be 1 to " + most;
        }
        return isNoUnicast(address) ? "not an address that a node can have" : null;
    }

    /** Returns the parts of a text in which there is no problem. */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        return new Cidr(
                address.indexOf(':') < 0 ? address : text(groups(address)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    private static boolean isNoUnicast(String address) {
        if (address.indexOf(':') >= 0) {
            int[] groups = groups(address);
            boolean low = Arrays.stream(groups, 0, 7).allMatch(it -> it == 0) && groups[7] <= 1; // :: and ::1
            return low || groups[0] >= 0xff00;
        }
        int first = Integer.parseInt(address.substring(0, address.indexOf('.')));
        return first == 0 || first == 127 || first >= 224;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String side : sides(text)) {
            for (String group : split(side)) {
                if (!GROUP.matcher(group).matches()) {
                    return false;
                }
                groups++;
            }
        }
        return gap < 0 ? groups == GROUPS && !text.isEmpty() : groups < GROUPS;
    }

    private static int[] groups(String text) {
        int[] groups = new int[GROUPS];
        String[] sides = sides(text);
        String[] left = split(sides[0]);
        String[] right = split(sides[1]);
        for (int i = 0; i < left.length; i++) {
            groups[i] = Integer.parseInt(left[i], 16);
        }
        for (int i = 0; i < right.length; i++) {
            groups[GROUPS - right.length + i] = Integer.parseInt(right[i], 16);
        }
        return groups;
    }

    /** What stands before and after the gap; nothing after it where there is none. */
    private static String[] sides(String text) {
        int gap = text.indexOf("::");
        return gap < 0 ? new String[] {text, ""} : new String[] {text.substring(0, gap), text.substring(gap + 2)};
    }

    private static String[] split(String side) {
        return side.isEmpty() ? new String[0] : side.split(":", -1);
    }

    private static String text(int[] groups) {
        int gapAt = -1;
        int gapLength = 1; // one zero alone is written out
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gapAt = i;
                gapLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gapAt) {
                text.append("::");
                i += gapLength - 1;
            } else {
                boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
