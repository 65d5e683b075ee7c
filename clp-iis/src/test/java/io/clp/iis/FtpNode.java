package io.clp.iis;

import io.clp.FailoverGroup;
import io.clp.StartCause;
import io.clp.resource.ResourceContext;
import io.clp.testkit.FakePlatform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node with one version of IIS and one service of its own, and a group that wants FTP. */
final class FtpNode implements AutoCloseable {
    private final FakePlatform node;
    private final FailoverGroup group;
    private final IisResource iis;
    private final List<IisServices.Named> seen = new ArrayList<>();

    FtpNode(String version, @Nullable IisVersion said, String installed) {
        node = FakePlatform.builder("SV1")
                .iisVersion(version)
                .install(installed)
                .build();
        IisResource.Builder builder = IisResource.builder("iis")
                .services(IisService.FTP)
                .control((phase, standby, services) -> {
                    seen.addAll(services.iis());
                    return List.of();
                })
                .standby(Standby.ONE_WAY);
        iis = (said == null ? builder : builder.version(said)).build();
        group = FailoverGroup.builder("ftp").nodes("SV1").resource(iis).build();
    }

    void online() throws Exception {
        ResourceContext context =
                node.context(group, "iis").startCause(StartCause.START).build();
        iis.online(context);
    }

    /** Goes online and returns the services that the control was asked to start. */
    List<IisServices.Named> services() throws Exception {
        online();
        return seen;
    }

    @Override
    public void close() {
        node.close();
    }
}
