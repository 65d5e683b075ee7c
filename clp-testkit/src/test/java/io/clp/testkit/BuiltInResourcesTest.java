package io.clp.testkit;

import io.clp.resource.ArmCommands;
import io.clp.resource.FloatingIp;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ScriptResource;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The resources of the library keep the laws. */
class BuiltInResourcesTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    private static final String OTHER_NAME = "\\\\?\\Volume{0b7d4411-0000-0000-0000-100000000000}\\";

    @Nested
    class OfAPartition extends ResourceContract {
        @Override
        protected Resource resource() {
            return SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .volumeOn("SV2", OTHER_NAME)
                    .mountAt("E:\\")
                    .build();
        }
    }

    @Nested
    class OfAVirtualIp extends ResourceContract {
        @Override
        protected Resource resource() {
            return VirtualIp.builder("vip")
                    .address("192.168.77.10/24")
                    .onInterface("SV1", "Ethernet")
                    .onInterface("SV2", "Ethernet")
                    .build();
        }
    }

    @Nested
    class OfAFloatingIp extends ResourceContract {
        @Override
        protected Resource resource() {
            return FloatingIp.builder("fip").address("10.0.0.30/24").build();
        }
    }

    @Nested
    class OfAService extends ResourceContract {
        @Override
        protected Resource resource() {
            return ServiceResource.builder("www").service("W3SVC").build();
        }

        @Override
        protected void prepare(FakePlatform platform) {
            platform.service("W3SVC").dependsOn("HTTP", "WAS").startTakes(Duration.ofSeconds(3));
            platform.install("SiteMonitor").dependsOn("W3SVC");
        }
    }

    /** With a probe of its own, which finds the process that the scripts start and end. */
    @Nested
    class OfScripts extends ResourceContract {
        @Override
        protected Resource resource() {
            return ScriptResource.builder("app")
                    .directory("C:\\scripts")
                    .probe(context -> switch (context.service("App").state()) {
                        case RUNNING -> Probe.online();
                        case STOPPED -> Probe.offline();
                        default -> Probe.unknown("between");
                    })
                    .build();
        }

        @Override
        protected void prepare(FakePlatform platform) {
            platform.install("App").startTakes(Duration.ofSeconds(2)).stopTakes(Duration.ofSeconds(1));
            platform.commands().when("start.bat", call -> {
                call.takes(Duration.ofSeconds(1));
                platform.services().start("App");
                return 0;
            });
            platform.commands().when("stop.bat", call -> {
                call.takes(Duration.ofSeconds(1));
                platform.services().stop("App");
                return 0;
            });
        }
    }

    /** Without one. What rests on nothing leaves nothing to be found by a process that has not run it. */
    @Nested
    class OfScriptsWithoutAProbe extends ResourceContract {
        @Override
        protected Resource resource() {
            return ScriptResource.builder("app")
                    .directory("C:\\scripts")
                    .armCommands(ArmCommands.PROVIDED)
                    .build();
        }

        @Override
        protected void prepare(FakePlatform platform) {
            platform.install("App").startTakes(Duration.ofSeconds(2)).stopTakes(Duration.ofSeconds(1));
            platform.commands().when("start.bat", call -> call.armLoad("App", "App"));
            platform.commands().when("stop.bat", call -> call.armKill("App"));
        }

        /** It is unknown at first: an earlier process may have left it running. */
        @Override
        public void isOfflineAtFirst() {}

        /** As at first. */
        @Override
        public void aProbeChangesNothing() {}

        /** As at first. */
        @Override
        public void touchesNothingWhenItIsBlocked() {}

        /** As at first, on the other node. */
        @Override
        public void isSharedByAllNodes() {}

        /** What was remembered is forgotten then, and it is unknown. */
        @Override
        public void outlivesTheProcess() {}
    }
}
