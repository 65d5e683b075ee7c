package io.clp.testkit;

import io.clp.platform.ServiceStartType;
import java.time.Duration;
import java.util.List;

/**
 * A Windows service on a fake machine: what a test makes it do. Its setters hold until they are set anew, on this machine only, over
 * power-offs too. Thread-safe.
 */
public interface FakeService {
    /** {@return the short name} */
    String name();

    /**
     * Sets how long a start takes.
     *
     * @param time from the request to RUNNING
     * @return this
     */
    FakeService startTakes(Duration time);

    /**
     * Sets how long a stop takes.
     *
     * @param time from the request to STOPPED
     * @return this
     */
    FakeService stopTakes(Duration time);

    /**
     * Sets the services that must run before this one. They are started before it, and it is among their dependents.
     *
     * @param services short names; each is installed where it is not yet
     * @return this
     * @throws IllegalArgumentException services would depend on each other in a circle
     */
    FakeService dependsOn(String... services);

    /**
     * Puts this service into one process with another one: a process that ends takes all its services with it.
     *
     * @param service the short name of the other one; installed where it is not yet
     * @return this
     */
    FakeService inProcessWith(String service);

    /**
     * Sets when Windows starts this service; manual at first. An automatic one starts when its machine boots, a disabled one refuses its
     * starts with 1058.
     *
     * @param type none of the drivers'
     * @return this
     * @throws IllegalArgumentException only a driver can have this start type
     */
    FakeService startType(ServiceStartType type);

    /**
     * Makes this service keep files on a volume open while it has a process, as W3SVC does with its content: the volume cannot be taken
     * offline then.
     *
     * @param volume the volume's name on this machine
     * @return this
     */
    FakeService holds(String volume);

    /**
     * Makes starts stay START_PENDING without progress, until {@link #release}.
     *
     * @return this
     */
    FakeService hangOnStart();

    /**
     * Makes stops stay STOP_PENDING without progress, until {@link #release}.
     *
     * @return this
     */
    FakeService hangOnStop();

    /**
     * Makes the next stop a lie: the service says STOPPED and runs on, with what it keeps open, until it is started, crashes, is released
     * or loses its machine. Nobody can know then that it runs, and no failover can be safe.
     *
     * @return this
     */
    FakeService lieStopped();

    /**
     * Ends both hangs and a lie: what hangs now goes on to its end at once.
     *
     * @return this
     */
    FakeService release();

    /**
     * Makes starts fail. The codes that Windows answers at once (5, 1058, 1060, 1069, 1072) refuse the start; with any other the start is
     * accepted, and ends STOPPED with that exit code.
     *
     * @param windowsCode the Windows error code; 0 lets starts succeed again
     * @return this
     */
    FakeService failStart(int windowsCode);

    /**
     * Makes Windows refuse the next start or stop of this service, which then changes nothing. Several add up, in order.
     *
     * @param windowsCode the Windows error code; 1051, 1055 and 1061 come as busy, others as refused
     * @return this
     */
    FakeService refuse(int windowsCode);

    /** Pauses the service, as {@code sc pause} does: it keeps its process. Does nothing where it does not run. */
    void pause();

    /** Lets a paused service go on. Does nothing where it is not paused. */
    void resume();

    /** Ends the process without a word: STOPPED with exit code 1067. Does nothing where there is no process. */
    void crash();

    /** {@return what was asked of this service, in order} */
    List<Act> acts();
}
