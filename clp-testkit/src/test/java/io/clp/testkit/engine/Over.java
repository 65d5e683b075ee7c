package io.clp.testkit.engine;

import io.clp.GroupListener;
import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import java.util.Optional;

/** A machine on another timeline. */
record Over(Platform machine, Timeline timeline) implements Platform {
    @Override
    public NodeInfo info() {
        return machine.info();
    }

    @Override
    public ServiceControl services() {
        return machine.services();
    }

    @Override
    public AddressControl addresses() {
        return machine.addresses();
    }

    @Override
    public VolumeControl volumes() {
        return machine.volumes();
    }

    @Override
    public CommandRunner commands() {
        return machine.commands();
    }

    @Override
    public Optional<GroupListener> observer() {
        return Optional.empty();
    }

    @Override
    public void close() {
        machine.close();
    }
}
