package io.clp.windows.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the program layout says of the headers: how structures lie in memory, and the values of constants. */
final class Headers {
    private static final String CONSTANTS = "_constants";
    private final JsonNode root;

    private Headers(JsonNode root) {
        this.root = root;
    }

    /** One field: where it begins and how long it is, in bytes. */
    record Place(long offset, long size) {}

    /** A structure: its size in bytes and its fields by their names. */
    record Layout(long size, Map<String, Place> fields) {}

    /** {@return the output of the program} */
    static Headers read(InputStream json) throws IOException {
        return new Headers(new ObjectMapper().readTree(json));
    }

    /** {@return what is checked in} */
    static Headers checkedIn() throws IOException {
        try (InputStream json = Headers.class.getResourceAsStream("/win64-layout.json")) {
            if (json == null) {
                throw new IllegalStateException("win64-layout.json is not among the test resources");
            }
            return read(json);
        }
    }

    /**
     * Returns the layout of a structure.
     *
     * @param javaName the name in Java, where the W that ends some names of the headers may be left out
     */
    Layout structure(String javaName) {
        JsonNode node = root.has(javaName) ? root.get(javaName) : root.get(javaName + "W");
        if (node == null) {
            throw new AssertionError(javaName + " is declared in Java, but layout.c does not print it");
        }
        Map<String, Place> fields = new LinkedHashMap<>();
        node.get("fields").fields().forEachRemaining(field -> fields.put(field.getKey(), place(field.getValue())));
        return new Layout(node.get("size").longValue(), fields);
    }

    private static Place place(JsonNode field) {
        return new Place(field.get("offset").longValue(), field.get("size").longValue());
    }

    /**
     * Returns the value of a constant.
     *
     * @param name of a constant; or "STRUCTURE.field" for the offset of a field
     */
    OptionalLong constant(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            Place place = structure(name.substring(0, dot)).fields().get(name.substring(dot + 1));
            return place == null ? OptionalLong.empty() : OptionalLong.of(place.offset());
        }
        JsonNode value = root.get(CONSTANTS).get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && root.equals(that.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return root.toPrettyString();
    }
}
