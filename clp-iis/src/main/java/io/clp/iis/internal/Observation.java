package io.clp.iis.internal;

import io.clp.iis.IisServices;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the services, and in two-way standby what the group holds on this node, say of IIS. */
public final class Observation {
    private Observation() {}

    /** Observes IIS that no other group uses: its services say all. */
    public static Probe ofOwn(ResourceContext context, IisServices services) {
        return judge(states(context, services));
    }

    /**
     * Observes IIS that another group may use too. A service that runs says nothing of whose it is: IIS counts for this group only
     * while the group's partitions and addresses are here. Where it runs and only a partition is here, it is not online, and not safely
     * offline either: it may have content of that partition open.
     *
     * @param remembered whether this process brought it online here; decides for a group that has neither partition nor address
     */
    public static Probe ofShared(ResourceContext context, IisServices services, boolean remembered) {
        Map<String, ServiceState> states = states(context, services);
        if (states.values().stream().anyMatch(ServiceState::pending) || holdsGround(context, remembered)) {
            return judge(states);
        }
        boolean runs = !states.values().stream().allMatch(Stopper::isStopped);
        return runs && partitionHere(context)
                ? Probe.failed(
                        "IIS runs while a partition of the group is here and other resources it rests on are not")
                : Probe.offline();
    }

    private static Map<String, ServiceState> states(ResourceContext context, IisServices services) {
        Map<String, ServiceState> states = new LinkedHashMap<>();
        services.inStartOrder()
                .forEach(it ->
                        states.put(it.service(), context.service(it.service()).state()));
        return states;
    }

    private static Probe judge(Map<String, ServiceState> states) {
        String detail = states.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
        if (states.values().stream().anyMatch(ServiceState::pending)) {
            return Probe.unknown(detail);
        }
        if (states.values().stream().allMatch(it -> it == ServiceState.RUNNING)) {
            return Probe.online();
        }
        return states.values().stream().allMatch(Stopper::isStopped) ? Probe.offline() : Probe.failed(detail);
    }

    private static boolean holdsGround(ResourceContext context, boolean remembered) {
        List<Resource> ground = context.group().groundOf(context.resourceId());
        return ground.isEmpty()
                ? remembered
                : ground.stream().allMatch(it -> context.state(it.id()) == ResourceState.ONLINE);
    }

    private static boolean partitionHere(ResourceContext context) {
        return context.group().groundOf(context.resourceId()).stream()
                .filter(it -> it.tier() == ResourceTier.PARTITION)
                .anyMatch(it -> context.state(it.id()) != ResourceState.OFFLINE);
    }
}
