package io.clp.benchmarks;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A node that has real time and nothing else: whoever asks it for more is told that it has none. */
final class TimelinePlatform implements Platform {
    private static final NodeInfo INFO = new Info("SV1", Optional.empty(), "10.0.20348", true);

    @Override
    public NodeInfo info() {
        return INFO;
    }

    @Override
    public ServiceControl services() {
        return without(ServiceControl.class);
    }

    @Override
    public AddressControl addresses() {
        return without(AddressControl.class);
    }

    @Override
    public VolumeControl volumes() {
        return without(VolumeControl.class);
    }

    @Override
    public CommandRunner commands() {
        return without(CommandRunner.class);
    }

    @Override
    public Timeline timeline() {
        return Timeline.system();
    }

    @Override
    public void close() {
        // The system's timeline needs no closing.
    }

    private static <T> T without(Class<T> part) {
        return part.cast(
                Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, (proxy, method, given) -> {
                    throw new UnsupportedOperationException("this node has no " + part.getSimpleName());
                }));
    }

    private record Info(String computerName, Optional<String> iisVersion, String windowsVersion, boolean elevated)
            implements NodeInfo {}
}
