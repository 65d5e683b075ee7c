package io.clp.testkit.internal.fault;

import io.clp.GroupListener;
import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.testkit.Fault;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.FaultyPlatform;
import io.clp.testkit.SpiMethod;
import io.clp.time.Timeline;
import java.util.Optional;
import java.util.SortedMap;

/** A platform with faults. */
public final class FaultInjector implements FaultyPlatform {
    private final Platform platform;
    private final Faults faults;
    private final ServiceControl services;
    private final AddressControl addresses;
    private final VolumeControl volumes;
    private final CommandRunner commands;

    /** Wraps a platform. */
    public FaultInjector(Platform platform, FaultPlan plan) {
        this.platform = platform;
        faults = new Faults(platform, plan);
        services = new FaultyServices(platform, faults);
        addresses = new FaultyAddresses(platform, faults);
        volumes = new FaultyVolumes(platform, faults);
        commands = new FaultyCommands(platform, faults);
    }

    @Override
    public NodeInfo info() {
        return platform.info();
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
        return platform.timeline();
    }

    @Override
    public Optional<GroupListener> observer() {
        return platform.observer();
    }

    @Override
    public FaultyPlatform next(SpiMethod method, int times, Fault fault) {
        faults.next(new FaultPoint(method, fault.kind()), times, fault);
        return this;
    }

    @Override
    public void release() {
        faults.release();
    }

    @Override
    public void heal() {
        faults.heal();
    }

    @Override
    public SortedMap<FaultPoint, Long> met() {
        return faults.met();
    }

    @Override
    public String coverage() {
        return Coverage.table(met());
    }

    @Override
    public void close() {
        heal();
        platform.close();
    }
}
