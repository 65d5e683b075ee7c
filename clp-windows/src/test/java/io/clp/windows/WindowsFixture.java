package io.clp.windows;

import io.clp.platform.AddressStatus;
import io.clp.platform.Platform;
import io.clp.testkit.contract.PlatformFixture;
import io.clp.windows.machine.ClpServices;
import io.clp.windows.machine.Places;
import io.clp.windows.machine.TestDisks;
import io.clp.windows.machine.TestNetwork;
import io.clp.windows.machine.TestServices.StartType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The Windows machine that the tests run on, under the contract. What it lacks depends on the machine: see the parts. */
final class WindowsFixture extends PlatformFixture {
    private final Platform platform = WindowsPlatform.open();
    private final ClpServices services = new ClpServices();
    private final TestDisks disks = TestDisks.here();
    private final TestNetwork network = TestNetwork.here();
    private final TestCommands commands = new TestCommands();
    private final List<TestVolume> volumes = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<RandomAccessFile> files = new ArrayList<>();

    @Override
    public Platform platform() {
        return platform;
    }

    /** The services, for tests that need more of them than the contract does. */
    ClpServices clpServices() {
        return services;
    }

    /** The disks, for tests that look at what is on them. */
    TestDisks disks() {
        return disks;
    }

    /** The network, for tests that change it. */
    TestNetwork network() {
        return network;
    }

    @Override
    public String service(Duration starts, Duration stops) {
        return services.install(
                "-startdelay", String.valueOf(starts.toMillis()), "-stopdelay", String.valueOf(stops.toMillis()));
    }

    @Override
    public String serviceThatNeeds(String... dependencies) {
        return services.install(StartType.MANUAL, List.of(dependencies));
    }

    @Override
    public String serviceInProcessOf(String other) {
        return services.startMateOf(other);
    }

    @Override
    public String serviceThatHangsAtStart() {
        return services.install("-hangstart");
    }

    @Override
    public String serviceThatHangsAtStop() {
        return services.install("-hangstop");
    }

    @Override
    public void release(String service) {
        services.release(service);
    }

    @Override
    public String disabledService() {
        return services.install(StartType.DISABLED, List.of());
    }

    @Override
    public String serviceThatFailsWith(int exitCode) {
        return services.install("-failstart", String.valueOf(exitCode), "0");
    }

    @Override
    public void crash(String service) {
        services.scm().crash(service);
    }

    @Override
    public String missingService() {
        return services.newName();
    }

    @Override
    public String freeAddress() {
        return tidied(network.free());
    }

    @Override
    public String freeIpv6Address() {
        return tidied(network.freeIpv6());
    }

    @Override
    public String farAddress() {
        return tidied(network.far());
    }

    @Override
    public String takenAddress() {
        return tidied(network.taken());
    }

    @Override
    public String interfaceAlias() {
        return network.interfaceAlias();
    }

    @Override
    public boolean receives(String address) {
        return network.receives(address);
    }

    @Override
    public TestVolume volume() {
        TestVolume volume = disks.volume();
        volumes.add(volume);
        return volume;
    }

    @Override
    public String missingVolume() {
        return disks.missing();
    }

    @Override
    public Runnable openFileOn(TestVolume volume) {
        try {
            RandomAccessFile file = new RandomAccessFile(volume.mountPoint() + "held-open.txt", "rw");
            files.add(file);
            return () -> close(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void disconnect(TestVolume volume) {
        disks.disconnect(volume);
    }

    @Override
    public List<String> commandThatExits(int code) {
        return commands.exits(code);
    }

    @Override
    public List<String> commandThatPrints(String first, String second) {
        return commands.prints(first, second);
    }

    @Override
    public List<String> commandThatPrintsArguments(List<String> arguments) {
        return commands.printsArguments(arguments);
    }

    @Override
    public List<String> commandThatPrintsVariable(String variable) {
        return commands.printsVariable(variable);
    }

    @Override
    public String scriptThatPrintsVariable(String variable, int code) {
        return commands.script("@echo %" + variable + "%\r\n@exit /b " + code + "\r\n");
    }

    @Override
    public String missingScript() {
        return Places.state().resolve("no such script.bat").toString();
    }

    @Override
    public MarkingCommand commandThatTakes(String line, Duration time) {
        return commands.takes(line, time);
    }

    @Override
    public MarkingCommand commandWhoseChildTakes(Duration time) {
        return commands.childTakes(time);
    }

    @Override
    public MarkingCommand commandThatLeavesAChild(Duration time) {
        return commands.leavesAChild(time);
    }

    @Override
    public List<String> missingCommand() {
        return commands.missing();
    }

    @Override
    public void close() {
        // Each step whatever became of the others: what is left behind would disturb the tests that follow.
        Closing.all(
                () -> files.forEach(WindowsFixture::close),
                () -> addresses.forEach(this::remove),
                () -> volumes.forEach(it -> platform.volumes().offline(it.volume(), it.mountPoint())),
                disks::close,
                network::close,
                services::close,
                commands::close,
                platform::close);
    }

    private String tidied(String cidr) {
        addresses.add(cidr.substring(0, cidr.indexOf('/')));
        return cidr;
    }

    private void remove(String address) {
        if (platform.addresses().query(address).state() != AddressStatus.State.ABSENT) {
            platform.addresses().remove(address);
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
