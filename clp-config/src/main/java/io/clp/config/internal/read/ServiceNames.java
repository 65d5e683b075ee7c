package io.clp.config.internal.read;

import io.clp.config.ReadOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Short names of services. The file has display names, which only the node that has the service can resolve; those of IIS are known. */
final class ServiceNames {
    private static final Map<String, String> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        KNOWN.put("World Wide Web Publishing Service", "W3SVC");
        KNOWN.put("FTP Publishing Service", "MSFTPSVC");
        KNOWN.put("Microsoft FTP Service", "ftpsvc");
        KNOWN.put("IIS Admin Service", "IISADMIN");
        KNOWN.put("Windows Process Activation Service", "WAS");
        KNOWN.put("Indexing Service", "CISVC");
    }

    private final ReadOptions options;

    ServiceNames(ReadOptions options) {
        this.options = options;
    }

    /** Returns the short name of a display name, empty where it is not known as one. */
    Optional<String> shortName(String displayName) {
        String given = options.services().get(displayName);
        return Optional.ofNullable(given != null ? given : KNOWN.get(displayName));
    }

    /** Returns whether a name can hardly be a short one. */
    static boolean looksDisplayed(String name) {
        return name.indexOf(' ') >= 0;
    }
}
