package io.clp.windows.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import io.clp.windows.internal.win32.ServiceApi;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our declarations with what is checked in of the headers; {@link LayoutIT} compares that with the headers themselves. */
class LayoutTest {
    static Stream<Class<? extends Structure>> structuresOfOneWidthEverywhere() {
        return Declared.structures().stream().filter(type -> !Declared.hasCharacters(type));
    }

    static Stream<Class<?>> declarations() {
        return Declared.declarations().stream();
    }

    @ParameterizedTest
    @MethodSource("structuresOfOneWidthEverywhere")
    void structuresAreLaidOutAsInTheHeaders(Class<? extends Structure> type) throws IOException {
        LayoutRules.assertLaidOutAsIn(Headers.checkedIn(), type);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void constantsHaveTheValuesOfTheHeaders(Class<?> type) throws IOException {
        assertThat(LayoutRules.differences(Headers.checkedIn(), type, true)).isEmpty();
    }

    @Test
    void errorCodesHaveTheValuesOfTheHeaders() throws IOException {
        Headers headers = Headers.checkedIn();
        List<Field> codes = Declared.constants(WindowsErrors.class);

        assertThat(codes).isNotEmpty();
        for (Field code : codes) {
            assertThat(headers.constant("ERROR_" + code.getName())).as(code.getName()).hasValue(Values.of(code));
        }
    }

    @Test
    void findsWhatIsDeclaredAndWhatTheDeclarationsUse() {
        assertThat(Declared.structures())
                .contains(MIB_UNICASTIPADDRESS_ROW.class, ServiceApi.QUERY_SERVICE_CONFIG.class)
                .contains(SERVICE_STATUS_PROCESS.class);
        assertThat(Declared.constants(ServiceApi.class)).hasSizeGreaterThan(10);
    }

    @FieldOrder({"dwServiceType", "dwCurrentState"})
    public static class SERVICE_STATUS extends Structure {
        public short dwServiceType;
        public int dwCurrentState;
    }

    @FieldOrder("anything")
    public static class UNHEARD_OF extends Structure {
        public int anything;
    }

    /** Constants that no header has so. */
    interface Wrong {
        int SERVICE_START = 0x11;
        int SERVICE_JUMP = 1;
    }

    @Test
    void aStructureOfAnotherShapeFails() throws IOException {
        Headers headers = Headers.checkedIn();

        assertThatThrownBy(() -> LayoutRules.assertLaidOutAsIn(headers, SERVICE_STATUS.class))
                .hasMessageContaining("size of SERVICE_STATUS");
    }

    @Test
    void aStructureThatTheHeadersWereNotAskedForFails() throws IOException {
        Headers headers = Headers.checkedIn();

        assertThatThrownBy(() -> LayoutRules.assertLaidOutAsIn(headers, UNHEARD_OF.class))
                .hasMessageContaining("layout.c does not print it");
    }

    @Test
    void aConstantOfAnotherValueOrOfNoHeaderIsADifference() throws IOException {
        assertThat(LayoutRules.differences(Headers.checkedIn(), Wrong.class, true))
                .containsExactlyInAnyOrder(
                        "Wrong.SERVICE_START is 17, in the header 16", "Wrong.SERVICE_JUMP is not printed by layout.c");
    }

    @Test
    void pointersAreAsWideAsThoseOfTheHeaders() {
        assertThat(Native.POINTER_SIZE).isEqualTo(8);
    }
}
