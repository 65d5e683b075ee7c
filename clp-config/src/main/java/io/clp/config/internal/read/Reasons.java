package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.Map;

/** Why elements have no place here that no reader took up. */
final class Reasons {
    private static final String UNKNOWN = "not known to this library";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("comment", "a comment"),
            Map.entry("charset", "how the product displays text"),
            Map.entry("heartbeat", "how nodes see each other is told to the Coordination, not read from here"),
            Map.entry("networkpartition", "who may go on when the network parts is decided by the Coordination"),
            Map.entry("webmgr", "the product's management console is not part of this library"),
            Map.entry("trekking", "the product's own tracing"),
            Map.entry("mdc", "mirror connections belong to the product's mirror driver"),
            Map.entry("diskfilter", "the product's disk filter; partitions are put offline by this library itself"),
            Map.entry(
                    "device", "read only to find the prefix lengths of addresses: nodes meet through the Coordination"),
            Map.entry("retryinterval", "a retry follows at once here"),
            Map.entry("preaction", "scripts before a recovery are not run: listen to the group's events"),
            Map.entry("prerecovery", "scripts before a recovery are not run: listen to the group's events"),
            Map.entry("actwaittime", "a service is online here as soon as it runs; nothing is waited for afterwards"),
            Map.entry(
                    "deactwaittime",
                    "a service is offline here as soon as it has stopped; nothing is waited for afterwards"),
            Map.entry("firstmonwait", "a resource's own monitor begins when the group is online"),
            Map.entry("rsctimeout", "what happens past a deadline is decided by the outcome, which is then unknown"),
            Map.entry("actaccount", "commands run as the user of this library"),
            Map.entry("actdomain", "commands run as the user of this library"),
            Map.entry("cpvolumemountpoint", "the mirror driver's own partition"),
            Map.entry("cpvolumeguid", "the mirror driver's own partition"),
            Map.entry("netdev", "mirror connections belong to the product's mirror driver"),
            Map.entry("monmii", "whether the network's link is up is not looked at"),
            Map.entry("servers", "a resource is looked at where its group is online"),
            Map.entry("types", "follows from what is listed"));

    private Reasons() {}

    static String of(Element element) {
        return BY_NAME.getOrDefault(element.name(), UNKNOWN);
    }
}
