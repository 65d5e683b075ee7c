package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.GroupEvent;
import io.clp.GroupListener;
import io.clp.MessageBroadcast;
import io.clp.NodeId;
import io.clp.platform.AddressControl;
import io.clp.platform.NodeInfo;
import io.clp.platform.VolumeControl;
import io.clp.resource.ResourceContext;
import io.clp.testkit.Act;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeService;
import io.clp.testkit.FakeServices;
import io.clp.testkit.FakeVolume;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One machine: its parts, its power, and the process that runs the library on it. */
public class Machine implements FakePlatform {
    final World world;
    final NodeId node;
    final Dice dice;
    final Scm scm;
    final Addresses addresses;
    final Volumes volumes;
    private final Commands commands;
    private final Standstill standstill;
    private final List<MessageBroadcast> broadcasts = new ArrayList<>();
    private final GroupListener observer;
    private boolean closesWorld;
    private volatile boolean on = true;
    private int processes;
    private String process;
    private volatile Timeline timeline;
    private @Nullable WatchRegistry watches;

    /** Makes a machine that is powered on. */
    public Machine(World world, NodeId node) {
        this.world = world;
        this.node = node;
        dice = new Dice(world.setup.seed * 31 + node.hashCode());
        scm = new Scm(this);
        addresses = new Addresses(this, world.setup.interfacesOrDefault());
        volumes = new Volumes(this);
        commands = new Commands(this);
        standstill = new Standstill(this);
        observer = this::heard;
        process = node + "#" + processes;
        timeline = world.clock.process(process);
    }

    /** Returns the name of the machine. */
    public final NodeId id() {
        return node;
    }

    /** Hears an event of a process that lives. Outside the lock. */
    protected void told(GroupEvent event) {}

    /** Hears that the process is gone, by whatever way; before {@link #lifeChanged}. Outside the lock. */
    protected void processEnded() {}

    /** Hears that the power, the process or its pause have changed. Outside the lock. */
    protected void lifeChanged() {}

    private void heard(GroupEvent event) {
        if (world.clock.calledByTheDead()) {
            return; // the last words of a process that is gone are heard by nobody
        }
        world.change(() -> {
            world.journal.happened(node, "group " + event.group(), Events.line(event));
            if (event instanceof MessageBroadcast broadcast) {
                broadcasts.add(broadcast);
            }
            world.rules().heard(this, event);
        });
        told(event);
    }

    /** Runs a change of the machine's own later, on its own time; while it is frozen, after that. Under the lock. */
    void after(Duration delay, Runnable work) {
        standstill.after(delay, work);
    }

    /** Stops the process for a while; services and all that the machine holds go on. Does nothing where it is stopped. */
    public final void pause() {
        stop(false);
    }

    /** Stops the whole machine for a while, as a hypervisor does: its services stand still too, and hold what they hold. */
    public final void freeze() {
        stop(true);
    }

    private void stop(boolean wholeMachine) {
        world.checkForTest();
        if (on && !standstill.paused()) {
            standstill.begin(wholeMachine);
            lifeChanged();
        }
    }

    /** Lets a process or a machine that was stopped go on. Does nothing where none was. */
    public final void resume() {
        world.checkForTest();
        if (standstill.paused()) {
            standstill.end();
            lifeChanged();
        }
    }

    /** Returns whether the process stands still. */
    public final boolean paused() {
        return standstill.paused();
    }

    /** Sets the wall clock of the machine forward or back. */
    public final void stepClock(Duration by) {
        world.checkForTest();
        standstill.step(by);
    }

    /** Lets the clocks of the machine run fast or slow. */
    public final void driftClock(double rate) {
        world.checkForTest();
        standstill.drift(rate);
    }

    /** Returns the name of the process, which no other one on any machine has. */
    String process() {
        return process;
    }

    void closesWorld() {
        closesWorld = true;
    }

    /** Refuses a call to a machine that is off, or by a process that is gone. */
    void requireAlive() {
        if (!on) {
            throw new IllegalStateException(node + " is powered off");
        }
        if (world.clock.calledByTheDead()) {
            throw new IllegalStateException("the process on " + node + " that calls this was ended");
        }
    }

    /** Lets a latency pass as a native call does: an interrupt is kept for later. */
    void pass(Duration time) {
        if (time.isZero()) {
            return;
        }
        Timeline clock = timeline;
        long end = clock.nanos() + time.toNanos();
        boolean interrupted = false;
        for (long left = time.toNanos(); left > 0; left = end - clock.nanos()) {
            try {
                clock.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        requireAlive();
    }

    @Override
    public NodeInfo info() {
        Setup setup = world.setup;
        return new Info(
                node.value(),
                Optional.of(setup.iisVersion).filter(it -> !it.isEmpty()),
                setup.windowsVersion,
                setup.elevated);
    }

    @Override
    public FakeServices services() {
        return scm;
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
    public FakeCommands commands() {
        return commands;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Optional<GroupListener> observer() {
        return Optional.of(observer);
    }

    @Override
    public FakePlatform provide(FailoverGroup... groups) {
        world.provide(groups);
        return this;
    }

    @Override
    public FakeService service(String name) {
        world.checkForTest();
        return world.change(() -> scm.require(name));
    }

    @Override
    public FakeService install(String service) {
        world.checkForTest();
        return world.change(() -> scm.install(service));
    }

    @Override
    public FakeVolume volume(String name) {
        world.checkForTest();
        return world.change(() -> volumes.require(name));
    }

    @Override
    public boolean receives(String address) {
        world.checkForTest();
        return world.change(() -> addresses.receives(address));
    }

    @Override
    public List<Act> acts() {
        world.checkForTest();
        return world.change(() -> world.journal.acts(it -> it.node().equals(node)));
    }

    @Override
    public List<MessageBroadcast> broadcasts() {
        world.checkForTest();
        return world.change(() -> List.copyOf(broadcasts));
    }

    @Override
    public synchronized WatchRegistry watches() {
        if (watches == null) {
            watches = WatchRegistry.on(this);
        }
        return watches;
    }

    @Override
    public ResourceContext.Builder context(FailoverGroup group, String resource) {
        world.checkForTest();
        return ResourceContext.builder(this, group, resource).watches(watches());
    }

    @Override
    public void powerOff() {
        world.checkForTest();
        cutPower("power off");
        world.checkForTest();
    }

    /** Takes the power away, whoever does; the trace says how. */
    public final void cutPower(String how) {
        if (!on) {
            return;
        }
        world.change(() -> {
            world.journal.happened(node, "machine", how);
            on = false;
            standstill.powerOff();
            scm.powerOff();
            volumes.powerOff();
            addresses.powerOff();
            world.rules().forget(node);
            world.touch();
        });
        endProcess();
    }

    @Override
    public void killProcess() {
        world.checkForTest();
        world.change(() -> {
            world.journal.happened(node, "machine", "process killed");
            world.rules().forget(node);
            world.touch();
        });
        endProcess();
        world.checkForTest();
    }

    private void endProcess() {
        String old;
        if (standstill.paused()) {
            world.change(standstill::over);
        }
        synchronized (this) {
            watches = null;
            old = process;
            process = node + "#" + ++processes;
            timeline = world.clock.process(process);
            world.clock.inherit(process, old);
        }
        processEnded();
        lifeChanged();
        world.clock.end(old);
    }

    @Override
    public void boot() {
        world.checkForTest();
        if (on) {
            return;
        }
        world.change(() -> {
            world.journal.happened(node, "machine", "boot");
            on = true;
            scm.boot();
            world.touch();
        });
        lifeChanged();
    }

    @Override
    public boolean poweredOn() {
        return on;
    }

    @Override
    public void settle() {
        world.settle();
    }

    @Override
    public void advance(Duration time) {
        world.advance(time);
    }

    @Override
    public String trace() {
        return world.change(() -> world.journal.trace(it -> it.node().equals(node)));
    }

    @Override
    public void close() {
        if (closesWorld) {
            world.close();
        }
    }

    @Override
    public String toString() {
        return "fake machine " + node;
    }

    private record Info(String computerName, Optional<String> iisVersion, String windowsVersion, boolean elevated)
            implements NodeInfo {}
}
