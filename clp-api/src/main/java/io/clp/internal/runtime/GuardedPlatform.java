package io.clp.internal.runtime;

import io.clp.GroupListener;
import io.clp.platform.ActResult;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressStatus;
import io.clp.platform.CommandResult;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ScriptRun;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceStatus;
import io.clp.platform.VolumeControl;
import io.clp.platform.VolumeStatus;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform as one attempt may use it: once the attempt is given up, every act is refused. */
final class GuardedPlatform implements Platform {
    private final Platform platform;
    private final Guard guard;
    private final Timeline timeline;

    GuardedPlatform(Platform platform, Timeline timeline, Attempt attempt) {
        this.platform = platform;
        this.guard = new Guard(attempt);
        this.timeline = new GuardedTimeline(timeline, guard);
    }

    @Override
    public NodeInfo info() {
        return platform.info();
    }

    @Override
    public ServiceControl services() {
        return new Services(platform.services(), guard);
    }

    @Override
    public AddressControl addresses() {
        return new Addresses(platform.addresses(), guard);
    }

    @Override
    public VolumeControl volumes() {
        return new Volumes(platform.volumes(), guard);
    }

    @Override
    public CommandRunner commands() {
        return new Commands(platform.commands(), guard);
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Optional<GroupListener> observer() {
        return Optional.empty();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("the caller that opened the platform closes it");
    }

    private record Commands(CommandRunner commands, Guard guard) implements CommandRunner {
        @Override
        public CommandResult run(List<String> command, Map<String, String> environment, Duration limit)
                throws InterruptedException {
            return guard.<CommandResult>wait("run " + command, () -> commands.run(command, environment, limit));
        }

        @Override
        public CommandResult runScript(ScriptRun script, Duration limit) throws InterruptedException {
            return guard.<CommandResult>wait("run " + script.path(), () -> commands.runScript(script, limit));
        }
    }

    private record Services(ServiceControl services, Guard guard) implements ServiceControl {
        @Override
        public ServiceStatus query(String service) {
            guard.check("query service " + service);
            return services.query(service);
        }

        @Override
        public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit)
                throws InterruptedException {
            return guard.<ServiceStatus>wait(
                    "await a change of service " + service, () -> services.awaitChange(service, seen, limit));
        }

        @Override
        public ActResult start(String service) {
            guard.check("start service " + service);
            return services.start(service);
        }

        @Override
        public ActResult stop(String service) {
            guard.check("stop service " + service);
            return services.stop(service);
        }

        @Override
        public List<String> runningDependents(String service) {
            guard.check("list what depends on service " + service);
            return services.runningDependents(service);
        }

        @Override
        public ActResult terminate(String service, long processId) {
            guard.check("terminate service " + service);
            return services.terminate(service, processId);
        }

        @Override
        public Optional<ServiceConfiguration> configuration(String service) {
            guard.check("query the configuration of service " + service);
            return services.configuration(service);
        }

        @Override
        public ActResult changeStartType(String service, ServiceStartType type) {
            guard.check("set the start type of service " + service);
            return services.changeStartType(service, type);
        }
    }

    private record Addresses(AddressControl addresses, Guard guard) implements AddressControl {
        @Override
        public AddressStatus query(String address) {
            guard.check("query address " + address);
            return addresses.query(address);
        }

        @Override
        public ActResult add(String cidr, @Nullable String interfaceAlias) {
            guard.check("add address " + cidr);
            return addresses.add(cidr, interfaceAlias);
        }

        @Override
        public ActResult remove(String address) {
            guard.check("remove address " + address);
            return addresses.remove(address);
        }

        @Override
        public ActResult announce(String address) {
            guard.check("announce address " + address);
            return addresses.announce(address);
        }
    }

    private record Volumes(VolumeControl volumes, Guard guard) implements VolumeControl {
        @Override
        public VolumeStatus query(String volume, String mountPoint) {
            guard.check("query volume " + volume);
            return volumes.query(volume, mountPoint);
        }

        @Override
        public ActResult online(String volume, String mountPoint) {
            guard.check("mount volume " + volume);
            return volumes.online(volume, mountPoint);
        }

        @Override
        public ActResult offline(String volume, String mountPoint) {
            guard.check("dismount volume " + volume);
            return volumes.offline(volume, mountPoint);
        }
    }
}
