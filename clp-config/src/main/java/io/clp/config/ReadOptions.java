package io.clp.config;

import io.clp.DefinitionException;
import io.clp.DefinitionException.Problem;
import io.clp.NodeId;
import io.clp.resource.ResourceRecognizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a configuration does not say and a reader has to know. Immutable. */
public final class ReadOptions {
    private static final String INSTALLED = "C:\\Program Files\\CLUSTERPRO\\scripts";
    private static final int LONGEST_PREFIX = 32;

    private final @Nullable Path scriptsFolder;
    private final @Nullable Integer prefixLength;
    private final String scriptsOnNodes;
    private final Map<NodeId, String> interfaces;
    private final Map<String, String> services;
    private final List<ResourceRecognizer> recognizers;

    private ReadOptions(Builder builder, Map<NodeId, String> checked) {
        scriptsFolder = builder.scriptsFolder;
        prefixLength = builder.prefixLength;
        scriptsOnNodes = builder.scriptsOnNodes;
        interfaces = Collections.unmodifiableMap(checked);
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(builder.services);
        services = Collections.unmodifiableMap(names);
        recognizers = List.copyOf(builder.recognizers);
    }

    /** {@return the options with which a file is read for which nothing is said} */
    public static ReadOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return where the folders of the groups' scripts are; empty for the folder {@code scripts} beside the file} */
    public Optional<Path> scriptsFolder() {
        return Optional.ofNullable(scriptsFolder);
    }

    /** {@return the prefix length of every IPv4 address without one; empty where it is to be found from the servers' addresses} */
    public OptionalInt prefixLength() {
        return prefixLength == null ? OptionalInt.empty() : OptionalInt.of(prefixLength);
    }

    /** {@return where the folders of the groups' scripts are on each node, without a trailing backslash} */
    public String scriptsOnNodes() {
        return scriptsOnNodes;
    }

    /** {@return the alias of the interface for virtual addresses, by node} */
    public Map<NodeId, String> interfaces() {
        return interfaces;
    }

    /** {@return short names of services by their display names, which are compared without regard to case} */
    public Map<String, String> services() {
        return services;
    }

    /** {@return what recognises resources, beside what a {@link java.util.ServiceLoader} finds} */
    public List<ResourceRecognizer> recognizers() {
        return recognizers;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private @Nullable Path scriptsFolder;
        private @Nullable Integer prefixLength;
        private String scriptsOnNodes = INSTALLED;
        private final Map<String, String> interfaces = new LinkedHashMap<>();
        private final Map<String, String> services = new LinkedHashMap<>();
        private final List<ResourceRecognizer> recognizers = new ArrayList<>();

        private Builder() {}

        /**
         * Sets where the scripts are now: below it GROUP\RESOURCE\start.bat and stop.bat.
         *
         * @param folder a folder; {@code scripts} beside the file where this is not called
         * @return this
         */
        public Builder scriptsFolder(Path folder) {
            scriptsFolder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Sets the prefix length of every IPv4 address, since the file has none. Where this is not called, a floating address gets the
         * longest of 24, 16 and 8 with which each node of its group has an interconnect in the same subnet, or 24; a virtual address
         * gets the same, or 32 where it lies in no such subnet. An IPv6 address without a prefix length gets 64.
         *
         * @param length 1 to 32
         * @return this
         */
        public Builder prefixLength(int length) {
            prefixLength = length;
            return this;
        }

        /**
         * Sets where the scripts are on the nodes when the groups run.
         *
         * @param folder a Windows path without a trailing backslash; that of an installation of CLUSTERPRO where this is not called
         * @return this
         */
        public Builder scriptsOnNodes(String folder) {
            scriptsOnNodes = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Names the interface that gets the virtual addresses on a node, since the file does not.
         *
         * @param node a server of the file
         * @param alias the interface's alias, "Ethernet 2"
         * @return this
         */
        public Builder interfaceOn(String node, String alias) {
            interfaces.put(node, alias);
            return this;
        }

        /**
         * Gives the short name of a service that the file knows by its display name. Those of IIS are known.
         *
         * @param displayName as in the file, without regard to case
         * @param shortName as {@code sc getkeyname} tells it
         * @return this
         */
        public Builder service(String displayName, String shortName) {
            services.put(displayName, Objects.requireNonNull(shortName, "shortName"));
            return this;
        }

        /**
         * Adds what recognises resources. It is asked before those that a {@link java.util.ServiceLoader} finds.
         *
         * @param recognizer as thread-safe as its caller needs it
         * @return this
         */
        public Builder recognizer(ResourceRecognizer recognizer) {
            recognizers.add(Objects.requireNonNull(recognizer, "recognizer"));
            return this;
        }

        /**
         * Builds the options.
         *
         * @return immutable options
         * @throws DefinitionException the prefix length is out of its range, or a node's name is not one; all are named
         */
        public ReadOptions build() {
            List<Problem> problems = new ArrayList<>();
            if (prefixLength != null && (prefixLength < 1 || prefixLength > LONGEST_PREFIX)) {
                problems.add(new Problem("prefixLength", String.valueOf(prefixLength), "must be 1 to 32"));
            }
            Map<NodeId, String> checked = new LinkedHashMap<>();
            interfaces.forEach((node, alias) -> {
                try {
                    checked.put(NodeId.of(node), alias);
                } catch (DefinitionException e) {
                    problems.addAll(e.problems());
                }
            });
            if (!problems.isEmpty()) {
                throw new DefinitionException("read options", problems);
            }
            return new ReadOptions(this, checked);
        }
    }
}
