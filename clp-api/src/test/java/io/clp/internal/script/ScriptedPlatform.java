package io.clp.internal.script;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;

/** A node that has services and time, and nothing else. */
public record ScriptedPlatform(ScriptedServices scm, SteppedTimeline timeline) implements Platform {
    @Override
    public ServiceControl services() {
        return scm;
    }

    @Override
    public NodeInfo info() {
        throw new AssertionError("services only");
    }

    @Override
    public AddressControl addresses() {
        throw new AssertionError("services only");
    }

    @Override
    public VolumeControl volumes() {
        throw new AssertionError("services only");
    }

    @Override
    public CommandRunner commands() {
        throw new AssertionError("services only");
    }

    @Override
    public void close() {}
}
