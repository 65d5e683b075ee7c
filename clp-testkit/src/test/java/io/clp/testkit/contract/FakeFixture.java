package io.clp.testkit.contract;

import io.clp.FailoverGroup;
import io.clp.platform.Platform;
import io.clp.platform.ServiceStartType;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Fake machines under the contract: SV1 is tested, SV2 is its neighbour. They lack nothing. */
final class FakeFixture extends PlatformFixture {
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final int FIRST_HOST = 100;

    private final boolean realTime;
    private final FakeMachines machines;
    private final FakePlatform sv1;
    private final Platform tested;
    private int made;

    private FakeFixture(FakeMachines.Builder builder, boolean realTime, UnaryOperator<Platform> bend) {
        this.realTime = realTime;
        machines = builder.nodes("SV1", "SV2")
                .latencies(Latencies.none()
                        .addressUsable(Latency.fixed(Duration.ofMillis(300)))
                        .volumeOnline(Latency.fixed(Duration.ofMillis(50)))
                        .volumeOffline(Latency.fixed(Duration.ofMillis(30)))
                        .command(Latency.fixed(Duration.ofMillis(5))))
                .build();
        sv1 = machines.node("SV1");
        tested = bend.apply(sv1);
    }

    static FakeFixture virtualTime() {
        return new FakeFixture(FakeMachines.builder(), false, UnaryOperator.identity());
    }

    /** Machines in virtual time, seen through something that makes them break a rule. */
    static FakeFixture bent(UnaryOperator<Platform> bend) {
        return new FakeFixture(FakeMachines.builder(), false, bend);
    }

    static FakeFixture realTime() {
        return new FakeFixture(FakeMachines.builder().realTime(), true, UnaryOperator.identity());
    }

    @Override
    public Platform platform() {
        return tested;
    }

    @Override
    public Duration slack() {
        return realTime ? super.slack() : Duration.ZERO;
    }

    @Override
    public String service(Duration starts, Duration stops) {
        return sv1.install("Service" + ++made)
                .startTakes(starts)
                .stopTakes(stops)
                .name();
    }

    @Override
    public String serviceThatNeeds(String... dependencies) {
        return sv1.service(service(AT_ONCE, AT_ONCE)).dependsOn(dependencies).name();
    }

    @Override
    public String serviceInProcessOf(String other) {
        String service =
                sv1.service(service(AT_ONCE, AT_ONCE)).inProcessWith(other).name();
        sv1.services().start(service);
        sv1.settle();
        return service;
    }

    @Override
    public String serviceThatHangsAtStart() {
        return sv1.service(service(AT_ONCE, AT_ONCE)).hangOnStart().name();
    }

    @Override
    public String serviceThatHangsAtStop() {
        return sv1.service(service(AT_ONCE, AT_ONCE)).hangOnStop().name();
    }

    @Override
    public void release(String service) {
        sv1.service(service).release();
    }

    @Override
    public String disabledService() {
        return sv1.service(service(AT_ONCE, AT_ONCE))
                .startType(ServiceStartType.DISABLED)
                .name();
    }

    @Override
    public String serviceThatFailsWith(int exitCode) {
        return sv1.service(service(AT_ONCE, AT_ONCE)).failStart(exitCode).name();
    }

    @Override
    public void crash(String service) {
        sv1.service(service).crash();
    }

    @Override
    public String missingService() {
        return "NoSuchService";
    }

    @Override
    public String freeAddress() {
        return "10.0.7." + (FIRST_HOST + ++made) + "/24";
    }

    @Override
    public String freeIpv6Address() {
        return "fd00:0000:0000:0000:0000:00aa:0000:0b" + (10 + ++made) + "/64";
    }

    @Override
    public String farAddress() {
        return "192.168.77." + (FIRST_HOST + ++made) + "/24";
    }

    @Override
    public String takenAddress() {
        String cidr = freeAddress();
        machines.node("SV2").addresses().add(cidr, null);
        machines.settle();
        return cidr;
    }

    @Override
    public String interfaceAlias() {
        return "Ethernet";
    }

    @Override
    public boolean receives(String address) {
        return sv1.receives(address);
    }

    @Override
    public TestVolume volume() {
        made++;
        TestVolume volume = new TestVolume(
                "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-0000000000" + (10 + made) + "}\\", "C:\\Mounts\\" + made + "\\");
        machines.provide(FailoverGroup.builder("volume" + made)
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("partition")
                        .volume(volume.volume())
                        .mountAt(volume.mountPoint())
                        .build())
                .build());
        return volume;
    }

    @Override
    public String missingVolume() {
        return "\\\\?\\Volume{00000000-dead-0000-0000-000000000000}\\";
    }

    @Override
    public Runnable openFileOn(TestVolume volume) {
        return sv1.volume(volume.volume()).heldOpenBy("editor.exe")::close;
    }

    @Override
    public void disconnect(TestVolume volume) {
        sv1.volume(volume.volume()).disconnect();
    }

    @Override
    public List<String> commandThatExits(int code) {
        sv1.commands().when("exits", call -> Integer.parseInt(call.command().get(1)));
        return List.of("exits", String.valueOf(code));
    }

    @Override
    public List<String> commandThatPrints(String first, String second) {
        sv1.commands().when("prints", call -> {
            call.command().subList(1, 3).forEach(call::prints);
            return 0;
        });
        return List.of("prints", first, second);
    }

    @Override
    public List<String> commandThatPrintsArguments(List<String> arguments) {
        sv1.commands().when("arguments", call -> {
            call.command().stream().skip(1).forEach(it -> call.prints("[" + it + "]"));
            return 0;
        });
        List<String> command = new ArrayList<>(List.of("C:\\Tools\\arguments.exe"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> commandThatPrintsVariable(String variable) {
        sv1.commands().when("variable", call -> {
            call.prints(call.environment().getOrDefault(call.command().get(1), "not set"));
            return 0;
        });
        return List.of("variable", variable);
    }

    @Override
    public String scriptThatPrintsVariable(String variable, int code) {
        sv1.commands().when("script.bat", call -> {
            call.prints(call.environment().getOrDefault(variable, "not set"));
            return code;
        });
        return "C:\\My Scripts\\script.bat";
    }

    @Override
    public String missingScript() {
        return "C:\\My Scripts\\missing.bat";
    }

    @Override
    public MarkingCommand commandThatTakes(String line, Duration time) {
        AtomicBoolean mark = new AtomicBoolean();
        String program = "takes" + ++made;
        sv1.commands().when(program, call -> {
            call.prints(line);
            call.takes(time);
            mark.set(true);
            return 0;
        });
        return new MarkingCommand(List.of(program), mark::get);
    }

    @Override
    public MarkingCommand commandWhoseChildTakes(Duration time) {
        return commandThatTakes("a fake command is its own child", time);
    }

    @Override
    public MarkingCommand commandThatLeavesAChild(Duration time) {
        AtomicBoolean mark = new AtomicBoolean();
        String program = "leaves" + ++made;
        sv1.commands().when(program, call -> {
            sv1.timeline().after(time, () -> mark.set(true));
            return 0;
        });
        return new MarkingCommand(List.of(program), mark::get);
    }

    @Override
    public List<String> missingCommand() {
        return List.of("C:\\Tools\\no-such-program.exe", "/?");
    }

    @Override
    public void close() {
        machines.close();
    }
}
