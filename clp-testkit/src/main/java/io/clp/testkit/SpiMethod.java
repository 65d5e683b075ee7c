package io.clp.testkit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The methods of the platform SPI that ask something of the node, and the faults each can meet. */
public enum SpiMethod {
    /** {@link io.clp.platform.ServiceControl#query}. */
    SERVICE_QUERY(false),
    /** {@link io.clp.platform.ServiceControl#awaitChange}. */
    SERVICE_AWAIT_CHANGE(false),
    /** {@link io.clp.platform.ServiceControl#start}. */
    SERVICE_START(true),
    /** {@link io.clp.platform.ServiceControl#stop}. */
    SERVICE_STOP(true),
    /** {@link io.clp.platform.ServiceControl#runningDependents}. */
    SERVICE_DEPENDENTS(false),
    /** {@link io.clp.platform.ServiceControl#terminate}. */
    SERVICE_TERMINATE(true),
    /** {@link io.clp.platform.ServiceControl#configuration}. */
    SERVICE_CONFIGURATION(false),
    /** {@link io.clp.platform.ServiceControl#changeStartType}. */
    SERVICE_CHANGE_START_TYPE(true),
    /** {@link io.clp.platform.AddressControl#query}. */
    ADDRESS_QUERY(false),
    /** {@link io.clp.platform.AddressControl#add}. */
    ADDRESS_ADD(true),
    /** {@link io.clp.platform.AddressControl#remove}. */
    ADDRESS_REMOVE(true),
    /** {@link io.clp.platform.AddressControl#announce}. */
    ADDRESS_ANNOUNCE(true),
    /** {@link io.clp.platform.VolumeControl#query}. */
    VOLUME_QUERY(false),
    /** {@link io.clp.platform.VolumeControl#online}. */
    VOLUME_ONLINE(true),
    /** {@link io.clp.platform.VolumeControl#offline}. */
    VOLUME_OFFLINE(true),
    /** {@link io.clp.platform.CommandRunner#run} and {@link io.clp.platform.CommandRunner#runScript}: refused is "not started", busy is "timed out". */
    COMMAND_RUN(true);

    private static final Set<FaultKind> OF_ACTS = Collections.unmodifiableSet(EnumSet.allOf(FaultKind.class));
    private static final Set<FaultKind> OF_LOOKS = Collections.unmodifiableSet(
            EnumSet.of(FaultKind.THROWN, FaultKind.DELAYED, FaultKind.HUNG, FaultKind.WRONG));

    private final boolean act;

    SpiMethod(boolean act) {
        this.act = act;
    }

    /** {@return the faults that this method can meet: what only looks cannot be refused} */
    public Set<FaultKind> faults() {
        return act ? OF_ACTS : OF_LOOKS;
    }
}
