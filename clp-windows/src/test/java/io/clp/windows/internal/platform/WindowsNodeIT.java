package io.clp.windows.internal.platform;

import static com.sun.jna.platform.win32.WinReg.HKEY_LOCAL_MACHINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.platform.win32.Advapi32Util;
import io.clp.ClpException;
import io.clp.windows.OnWindows;
import io.clp.windows.machine.Places;
import org.junit.jupiter.api.Test;

/** What a node says of itself, compared with what others say of it. */
@OnWindows
class WindowsNodeIT {
    private static final String MICROSOFT = "SOFTWARE\\Microsoft";
    private static final String IIS = MICROSOFT + "\\InetStp";

    private final WindowsNode node = new WindowsNode();

    @Test
    void theComputerNameIsTheOneThatTheEnvironmentTells() {
        assertThat(node.computerName()).isEqualToIgnoringCase(System.getenv("COMPUTERNAME"));
    }

    @Test
    void theVersionOfWindowsIsTheSystemsOwn() {
        assertThat(node.windowsVersion()).startsWith(System.getProperty("os.version") + ".");
    }

    @Test
    void anAdministratorIsElevated() {
        assertThat(node.elevated()).isTrue();
    }

    @Test
    void theVersionOfIisIsTheRegistrys() {
        assumeTrue(Places.standIns(), "changes the registry, which a test may do on Wine only");
        assertThat(node.iisVersion()).isEmpty();
        Advapi32Util.registryCreateKey(HKEY_LOCAL_MACHINE, MICROSOFT, "InetStp");
        try {
            assertThat(node.iisVersion()).as("a key without values").isEmpty();
            Advapi32Util.registrySetIntValue(HKEY_LOCAL_MACHINE, IIS, "MajorVersion", 7);
            Advapi32Util.registrySetIntValue(HKEY_LOCAL_MACHINE, IIS, "MinorVersion", 5);
            assertThat(node.iisVersion()).contains("7.5");
            Advapi32Util.registrySetStringValue(HKEY_LOCAL_MACHINE, IIS, "MinorVersion", "5");
            assertThatExceptionOfType(ClpException.class)
                    .as("what is no number is not taken for a version, nor for no IIS")
                    .isThrownBy(node::iisVersion)
                    .withMessageContaining("version of IIS");
        } finally {
            Advapi32Util.registryDeleteKey(HKEY_LOCAL_MACHINE, MICROSOFT, "InetStp");
        }
        assertThat(node.iisVersion()).isEmpty();
    }
}
