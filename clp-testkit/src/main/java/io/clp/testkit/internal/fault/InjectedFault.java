package io.clp.testkit.internal.fault;

import io.clp.testkit.Fault;
import io.clp.testkit.SpiMethod;
import java.io.Serial;

/** What a call throws that meets a fault: nothing that the caller could have expected. */
final class InjectedFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    InjectedFault(SpiMethod method, Fault fault, String unknownToCaller) {
        super("injected fault: " + method + " " + fault.kind() + " (" + unknownToCaller + ")");
    }
}
