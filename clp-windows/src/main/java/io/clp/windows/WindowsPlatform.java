package io.clp.windows;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;

/** The Windows node that this process runs on. Thread-safe. */
public final class WindowsPlatform implements Platform {
    private final NodeInfo info;
    private final ServiceControl services;
    private final AddressControl addresses;
    private final VolumeControl volumes;
    private final CommandRunner commands;
    private final Timeline timeline;

    WindowsPlatform(
            NodeInfo info,
            ServiceControl services,
            AddressControl addresses,
            VolumeControl volumes,
            CommandRunner commands,
            Timeline timeline) {
        this.info = info;
        this.services = services;
        this.addresses = addresses;
        this.volumes = volumes;
        this.commands = commands;
        this.timeline = timeline;
    }

    @Override
    public NodeInfo info() {
        return info;
    }

    @Override
    public ServiceControl services() {
        return services;
    }

    @Override
    public AddressControl addresses() {
        return addresses;
    }

    @Override
    public VolumeControl volumes() {
        return volumes;
    }

    @Override
    public CommandRunner commands() {
        return commands;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public void close() {}
}
