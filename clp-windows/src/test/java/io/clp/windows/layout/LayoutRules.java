package io.clp.windows.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Structure;
import io.clp.windows.layout.Headers.Layout;
import io.clp.windows.layout.Headers.Place;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What is compared. */
final class LayoutRules {
    /** Ours, and of no header: no right at all is asked for. */
    private static final Set<String> OF_NO_HEADER = Set.of("NO_ACCESS");

    private LayoutRules() {}

    /** Fails unless each field of the structure lies where the header has it, and has its size. */
    static void assertLaidOutAsIn(Headers headers, Class<? extends Structure> type) {
        Layout expected = headers.structure(type.getSimpleName());
        Layout actual = InJava.of(type);
        assertThat(actual.size()).as("size of %s", type.getSimpleName()).isEqualTo(expected.size());
        for (Map.Entry<String, Place> field : actual.fields().entrySet()) {
            assertThat(field.getValue())
                    .as("%s.%s", type.getSimpleName(), field.getKey())
                    .isEqualTo(expected.fields().get(field.getKey()));
        }
    }

    /** {@return the constants of a class that differ from the headers' or, where all must be there, that these do not have} */
    static List<String> differences(Headers headers, Class<?> type, boolean allMustBeThere) {
        List<String> differences = new ArrayList<>();
        for (Field constant : Declared.constants(type)) {
            OptionalLong value = headers.constant(Values.nameOf(constant));
            String name = type.getSimpleName() + "." + constant.getName();
            if (value.isPresent() && !Values.same(constant, value.getAsLong())) {
                differences.add(name + " is " + Values.of(constant) + ", in the header " + value.getAsLong());
            } else if (value.isEmpty() && allMustBeThere && !OF_NO_HEADER.contains(constant.getName())) {
                differences.add(name + " is not printed by layout.c");
            }
        }
        return differences;
    }
}
