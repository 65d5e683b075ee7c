package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.NodeId;
import io.clp.platform.NodeInfo;
import org.junit.jupiter.api.Test;

/** The rules of {@link NodeInfo}. */
public abstract class NodeInfoContract extends ContractSuite {
    /** Makes the suite. */
    protected NodeInfoContract() {}

    private NodeInfo info() {
        return fixed().platform().info();
    }

    @Test
    void theComputerNameIsTheNameOfANode() {
        String name = info().computerName();
        assertThat(name).isNotBlank();
        assertThat(NodeId.of(name).value()).isEqualTo(name);
    }

    @Test
    void theVersionOfIisIsMajorAndMinor() {
        String version = info().iisVersion().orElseThrow(() -> PlatformFixture.lacking("IIS"));
        assertThat(version).matches("[0-9]+[.][0-9]+");
    }

    @Test
    void theVersionOfWindowsIsMajorMinorAndBuild() {
        assertThat(info().windowsVersion()).matches("[0-9]+[.][0-9]+[.][0-9]+");
    }

    @Test
    void whatANodeSaysOfItselfStaysTheSame() throws Exception {
        NodeInfo info = info();
        String here = info.computerName() + info.iisVersion() + info.windowsVersion() + info.elevated();
        NodeInfo again = info();
        String elsewhere = get(time().fork(
                        "looks",
                        () -> again.computerName() + again.iisVersion() + again.windowsVersion() + again.elevated()));
        assertThat(elsewhere).isEqualTo(here);
    }
}
