package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.Standby;
import io.clp.platform.WindowsErrors;
import io.clp.resource.FloatingIp;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.contract.PlatformFixture.TestVolume;
import io.clp.windows.machine.Processes;
import io.clp.windows.machine.TestServices;
import io.clp.windows.machine.TestServices.StartType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's one-way IIS on this machine, with services that stand in for those of IIS: what a client gets, and what is left. */
@OnWindows
class IisOnWindowsIT {
    private static final String WEB = "W3SVC";
    private static final String FTP = "ftpsvc";
    private static final int TIMEOUT_MILLIS = 2_000;

    private final WindowsFixture machine = new WindowsFixture();
    private final TestServices scm = machine.clpServices().scm();
    private final TestVolume volume = machine.volume();
    private final HeldThings held = new HeldThings(machine, volume);
    private final String cidr = machine.freeAddress();

    static Stream<IisControl> controls() {
        return Stream.of(IisControl.armLoad(), IisControl.netStart(), IisControl.iisReset());
    }

    @BeforeEach
    void installIis() throws IOException {
        machine.clpServices().installIis(WEB, volume.mountPoint() + "wwwroot");
        machine.clpServices().installIis(FTP, volume.mountPoint());
        held.writeContent();
        held.writeWebPage();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void servesFromTheAddressOfTheGroupAndThenNoMore(IisControl control) throws IOException {
        try (Node node = group(control)) {
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, WEB);
            assertThat(scm.running(FTP)).isTrue();
            long process = scm.processId(WEB);
            assertThat(page()).contains("what is on the disk").contains("process " + process);

            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            held.isDown(cidr, WEB);
            assertThat(scm.stopped(FTP)).isTrue();
            assertThat(Processes.runs(process)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aWebServiceThatDoesNotStartTakesEverythingDownWithItAndStartsLater(IisControl control) throws IOException {
        // Whoever asks for its start is refused, be it the library, net.exe or iisreset.exe.
        scm.setStartType(WEB, StartType.DISABLED);
        try (Node node = group(control)) {
            assertThat(node.startFails().report().failures())
                    .anySatisfy(it -> assertThat(it.error().windowsCode()).hasValue(WindowsErrors.SERVICE_DISABLED));
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
            held.isDown(cidr, WEB);
            assertThat(scm.stopped(FTP)).isTrue();

            scm.setStartType(WEB, StartType.MANUAL);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            assertThat(page()).contains("what is on the disk");
            node.stop();
            held.isDown(cidr, WEB);
        }
    }

    private Node group(IisControl control) {
        return Node.of(
                machine,
                Node.PATIENT,
                SwitchablePartition.builder("partition")
                        .volume(volume.volume())
                        .mountAt(volume.mountPoint())
                        .build(),
                FloatingIp.builder("address").address(cidr).build(),
                IisResource.builder("iis")
                        .services(IisService.WWW, IisService.FTP)
                        .control(control)
                        .standby(Standby.ONE_WAY)
                        .build());
    }

    private String page() throws IOException {
        String address = cidr.substring(0, cidr.indexOf('/'));
        HttpURLConnection connection =
                (HttpURLConnection) new URL("http://" + address + "/index.html").openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
