package io.clp.windows.layout;

import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import java.lang.reflect.Field;
import java.util.Map;

/** The values of our constants. */
final class Values {
    /** Names that differ from those of the headers; a name with a dot is the offset of a field. */
    private static final Map<String, String> NAMES = Map.of(
            "ProcessApi.JOB_OBJECT_EXTENDED_LIMIT_INFORMATION", "JobObjectExtendedLimitInformation",
            "SystemApi.COMPUTER_NAME_PHYSICAL_NET_BIOS", "ComputerNamePhysicalNetBIOS",
            "TokenApi.TOKEN_ELEVATION", "TokenElevation",
            "MIB_UNICASTIPADDRESS_ROW.TABLE_OFFSET", "MIB_UNICASTIPADDRESS_TABLE.Table",
            "MIB_IPFORWARD_ROW2.TABLE_OFFSET", "MIB_IPFORWARD_TABLE2.Table");

    private Values() {}

    /** {@return whether the type is one that a constant of a header has} */
    static boolean isOne(Class<?> type) {
        return type == int.class
                || type == long.class
                || type == short.class
                || type == byte.class
                || type == char.class
                || PointerType.class.isAssignableFrom(type);
    }

    /** {@return the name in the headers} */
    static String nameOf(Field constant) {
        String name = constant.getDeclaringClass().getSimpleName() + "." + constant.getName();
        return NAMES.getOrDefault(name, constant.getName());
    }

    /** {@return whether the constant has the value of the header, as far as its own width goes} */
    static boolean same(Field constant, long header) {
        long value = of(constant);
        return value == header || (constant.getType() == int.class && (int) value == (int) header);
    }

    /** {@return the value} */
    static long of(Field constant) {
        try {
            constant.setAccessible(true);
            Object value = constant.get(null);
            if (value instanceof PointerType handle) {
                return Pointer.nativeValue(handle.getPointer());
            }
            return value instanceof Character character ? character : ((Number) value).longValue();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
