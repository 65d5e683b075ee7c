package io.clp.iis;

import io.clp.watch.WatchPolicy;
import java.util.List;
import java.util.Objects;

/**
 * The way in which IIS is started and stopped: the steps of each phase. Users may write their own.
 *
 * <p>An implementation is a function of its arguments: it acts on nothing, and is called from any thread. Whatever its steps leave
 * open is finished through the Service Control Manager, so that every service runs after {@link IisPhase#ONLINE} and
 * {@link IisPhase#RELEASED} and none after {@link IisPhase#OFFLINE}. IIS reads its content when it starts: in two-way standby it must
 * be stopped and started to go online.
 */
@FunctionalInterface
public interface IisControl {
    /**
     * Returns what to do, in order.
     *
     * @param phase the moment; {@link IisPhase#RELEASED} in two-way standby only
     * @param standby how the nodes stand in for each other
     * @param services the services on this node
     * @return the steps; none means that only the Service Control Manager is used
     */
    List<IisStep> steps(IisPhase phase, Standby standby, IisServices services);

    /** {@return the control that loads each service under a watch and kills it (ARMLOAD, ARMKILL), with the default policy} */
    static IisControl armLoad() {
        return armLoad(WatchPolicy.defaults());
    }

    /**
     * Returns the control that loads each service under a watch and kills it (ARMLOAD, ARMKILL).
     *
     * @param policy how often a service that ends abnormally is started again
     * @return the control, immutable
     */
    static IisControl armLoad(WatchPolicy policy) {
        return new ArmLoad(Objects.requireNonNull(policy, "policy"));
    }

    /** {@return the control that runs {@code net start} and {@code net stop} for each service; nothing is watched} */
    static IisControl netStart() {
        return new NetCommands();
    }

    /**
     * Returns the control that runs {@code iisreset} for all services at once. The command terminates what does not stop in time:
     * choosing it opts in to that. Nothing is watched.
     *
     * @return the control, immutable
     */
    static IisControl iisReset() {
        return new IisResetCommand();
    }
}
