package io.clp.iis.schedules;

import io.clp.GroupListener;
import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import java.util.Optional;

/** A platform whose observer, and then another one, hears every event. */
record Observed(Platform platform, GroupListener also) implements Platform {
    @Override
    public NodeInfo info() {
        return platform.info();
    }

    @Override
    public ServiceControl services() {
        return platform.services();
    }

    @Override
    public AddressControl addresses() {
        return platform.addresses();
    }

    @Override
    public VolumeControl volumes() {
        return platform.volumes();
    }

    @Override
    public CommandRunner commands() {
        return platform.commands();
    }

    @Override
    public Timeline timeline() {
        return platform.timeline();
    }

    @Override
    public Optional<GroupListener> observer() {
        GroupListener first = platform.observer().orElseThrow();
        return Optional.of(event -> {
            first.onEvent(event);
            also.onEvent(event);
        });
    }

    @Override
    public void close() {
        platform.close();
    }
}
