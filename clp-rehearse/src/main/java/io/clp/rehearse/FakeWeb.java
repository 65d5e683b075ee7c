package io.clp.rehearse;

import io.clp.monitor.HttpProbe;
import io.clp.monitor.MonitorContext;
import io.clp.monitor.MonitorProbe;
import io.clp.platform.AddressStatus;
import io.clp.platform.Platform;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import java.util.function.Function;

/** The web servers of fake machines: one answers where its address is and W3SVC runs. */
final class FakeWeb {
    private static final String SERVICE = "W3SVC";

    private FakeWeb() {}

    /**
     * Returns what stands for a probe of a real server.
     *
     * @param probe what would ask
     * @param machines by name
     */
    static MonitorProbe standIn(HttpProbe probe, Function<String, Platform> machines) {
        String host = probe.uri().getHost();
        return context -> look(host, context, machines.apply(context.nodeId().value()));
    }

    private static Probe look(String host, MonitorContext context, Platform machine) {
        if (isAddress(host) && machine.addresses().query(host).state() != AddressStatus.State.PREFERRED) {
            return Probe.failed(context.monitor().id() + ": " + host + " is not on this server");
        }
        ServiceState state = machine.services().query(SERVICE).state();
        return state == ServiceState.RUNNING
                ? Probe.online()
                : Probe.failed(context.monitor().id() + ": nobody answers, " + SERVICE + " is " + state);
    }

    /** A name leads wherever its server is. */
    private static boolean isAddress(String host) {
        return host.matches("[0-9.]+|.*:.*");
    }
}
