package io.clp.internal.definition;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address literal with its prefix length. Parsed without the JDK's resolver, which would ask the network for what is not a
 * literal.
 *
 * @param address the literal in one form: IPv4 without leading zeros, IPv6 in lower case
 * @param prefix the prefix length
 */
public record Cidr(String address, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

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
        if (!NUMBER.matcher(prefix).matches() || Integer.parseInt(prefix) < 1 || Integer.parseInt(prefix) > most) {
            return "the prefix length must be 1 to " + most;
        }
        return isNoUnicast(address) ? "not an address that a node can have" : null;
    }

    /** Returns the parts of a text in which there is no problem. */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        return new Cidr(text.substring(0, slash).toLowerCase(Locale.ROOT), Integer.parseInt(text.substring(slash + 1)));
    }

    private static boolean isNoUnicast(String address) {
        int dot = address.indexOf('.');
        if (dot < 0 || address.indexOf(':') >= 0) {
            return address.equals("::") || address.toLowerCase(Locale.ROOT).startsWith("ff");
        }
        int first = Integer.parseInt(address.substring(0, dot));
        return first == 0 || first == 127 || first >= 224;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String side :
                gap < 0 ? new String[] {text} : new String[] {text.substring(0, gap), text.substring(gap + 2)}) {
            if (side.isEmpty() && gap >= 0) {
                continue;
            }
            for (String group : side.split(":", -1)) {
                if (!group.matches("[0-9A-Fa-f]{1,4}")) {
                    return false;
                }
                groups++;
            }
        }
        return gap < 0 ? groups == 8 : groups <= 7;
    }
}
