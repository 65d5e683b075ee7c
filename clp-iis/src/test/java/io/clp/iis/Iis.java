package io.clp.iis;

import io.clp.FailoverGroup;
import io.clp.StartCause;
import io.clp.platform.ServiceState;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourceContext;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakePlatform;
import java.util.function.UnaryOperator;

/** A group with an IIS in it on a fake node, for tests that run the resource by hand. */
final class Iis implements AutoCloseable {
    final FailoverGroup group;
    final IisResource iis;
    final FakePlatform node;
    final Recorder recorder = new Recorder();

    private Iis(Standby standby, IisControl control, String version, UnaryOperator<IisResource.Builder> more) {
        iis = more.apply(IisResource.builder("iis")
                        .services(IisService.WWW, IisService.FTP)
                        .control(control)
                        .standby(standby))
                .build();
        group = FailoverGroup.builder("web")
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("content")
                        .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\")
                        .mountAt("E:\\")
                        .build())
                .resource(FloatingIp.builder("fip").address("10.0.0.21/24").build())
                .resource(iis)
                .build();
        node = FakePlatform.builder("SV1").provide(group).iisVersion(version).build();
    }

    static Iis of(Standby standby, IisControl control) {
        return of(standby, control, "10.0", it -> it);
    }

    static Iis of(Standby standby, IisControl control, String version, UnaryOperator<IisResource.Builder> more) {
        return new Iis(standby, control, version, more);
    }

    /** Returns a builder of a context for a group that was started in the ordinary way. */
    ResourceContext.Builder started() {
        return node.context(group, "iis").startCause(StartCause.START).watches(node.watches());
    }

    ResourceContext context() {
        return recorder.of(started().build());
    }

    ServiceState state(String service) {
        return node.services().state(service);
    }

    /** Starts a service as somebody else would. */
    Iis running(String... services) {
        for (String service : services) {
            node.services().start(service);
        }
        node.settle();
        return this;
    }

    @Override
    public void close() {
        node.close();
    }
}
