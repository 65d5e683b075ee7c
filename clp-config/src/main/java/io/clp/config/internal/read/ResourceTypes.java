package io.clp.config.internal.read;

import io.clp.config.ReadOptions;
import io.clp.config.internal.model.AddressSpec.Kind;
import io.clp.config.internal.model.ResourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of resource: those that are read, and why the others are not. */
final class ResourceTypes {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "vcom", "this library has no virtual computer name yet; let clients come by the address",
            "hd", "hybrid disks are not known to this library",
            "regsync", "registry synchronisation is not part of this library",
            "spool", "print spoolers are not part of this library",
            "ddns", "dynamic DNS is not part of this library",
            "exec", "a type of the Linux edition");

    private final Notes notes;
    private final Map<String, TypeReader> readers;

    ResourceTypes(Notes notes, ReadOptions options, List<Server> servers, TypeReader scripts) {
        this.notes = notes;
        readers = Map.of(
                "fip", new AddressReader(Kind.FLOATING, notes, options),
                "vip", new AddressReader(Kind.VIRTUAL, notes, options),
                "sd", new PartitionReader(notes, servers, false),
                "md", new PartitionReader(notes, servers, true),
                "service", new ServiceReader(notes, options),
                "script", scripts,
                "appli", new ApplicationReader(notes));
    }

    /** Returns what a resource is here; empty where it is left out, or has a problem, which is noted. */
    Optional<ResourceSpec> read(Found found, GroupFrame group) {
        TypeReader reader = readers.get(found.type());
        if (reader != null) {
            return reader.read(found, group);
        }
        String why = LEFT_OUT.getOrDefault(
                found.type(), "resources of type " + found.type() + " are not known to this library");
        notes.leftOut(found.element(), why);
        return Optional.empty();
    }
}
