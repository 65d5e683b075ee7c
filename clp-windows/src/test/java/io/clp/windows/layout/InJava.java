package io.clp.windows.layout;

import com.sun.jna.Native;
import com.sun.jna.Structure;
import io.clp.windows.layout.Headers.Layout;
import io.clp.windows.layout.Headers.Place;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** How JNA lays out a structure. */
final class InJava {
    /** Where Java has one name for a member of a union that the header has two for. */
    private static final Map<String, String> NAMES = Map.of(
            "SOCKADDR_INET.port", "Ipv4.sin_port",
            "SOCKADDR_INET.ipv4", "Ipv4.sin_addr",
            "SOCKADDR_INET.ipv6", "Ipv6.sin6_addr",
            "SOCKADDR_INET.scope", "Ipv6.sin6_scope_id",
            "SECURITY_ATTRIBUTES.dwLength", "nLength");

    private InJava() {}

    /** {@return the layout, its fields under their names in the headers} */
    static Layout of(Class<? extends Structure> type) {
        Structure structure = Structure.newInstance(type);
        Map<String, Place> fields = new LinkedHashMap<>();
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                String name = NAMES.getOrDefault(type.getSimpleName() + "." + field.getName(), field.getName());
                fields.put(name, new Place(offset(structure, field), size(structure, field)));
            }
        }
        return new Layout(structure.size(), fields);
    }

    private static int offset(Structure structure, Field field) {
        try {
            Method offset = Structure.class.getDeclaredMethod("fieldOffset", String.class);
            offset.setAccessible(true);
            return (int) offset.invoke(structure, field.getName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JNA tells no offset of " + field, e);
        }
    }

    private static int size(Structure structure, Field field) {
        try {
            return Native.getNativeSize(field.getType(), field.get(structure));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
