package io.clp.windows;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import io.clp.windows.internal.platform.OpenGate;
import io.clp.windows.internal.platform.Requirements;
import io.clp.windows.internal.platform.WindowsAddresses;
import io.clp.windows.internal.platform.WindowsCommands;
import io.clp.windows.internal.platform.WindowsNode;
import io.clp.windows.internal.platform.WindowsServices;
import io.clp.windows.internal.platform.WindowsVolumes;
import java.util.concurrent.ExecutorService;

/**
 * The Windows node that this process runs on. Thread-safe.
 *
 * <p><b>What it needs.</b> Windows on x64, a 64-bit Java, and an elevated process: a service under LocalSystem, or a program that an
 * administrator has started by "Run as administrator". JNA unpacks its native library to the folder for temporary files; where that is
 * forbidden, {@code -Djna.tmpdir} names another one, or {@code -Djna.boot.library.path} a folder that holds {@code jnidispatch.dll}. On JDK 24
 * and later, Java warns of native code unless it is started with {@code --enable-native-access=com.sun.jna}, where JNA is on the module path, or
 * {@code --enable-native-access=ALL-UNNAMED}, where it is on the class path.
 *
 * <p><b>What it calls.</b> The Service Control Manager (winsvc.h), the IP helper (netioapi.h), volume mount points and volume control codes
 * (fileapi.h, winioctl.h), processes in job objects (processthreadsapi.h, jobapi2.h), and, only to read, the registry, the version of Windows and the
 * token of this process. Nothing goes through PowerShell, WMI, {@code netsh} or another program.
 *
 * <p><b>What it leaves alone.</b> Opening and closing change nothing: no service is started or stopped, no address and no volume touched.
 * Addresses are not persistent: they are gone after a restart of Windows. The registry, the firewall, routes, accounts and the cluster manager are
 * never written to. Commands, which run in job objects, end when this process dies; services, addresses and volumes stay as they are then.
 */
public final class WindowsPlatform implements Platform {
    private final OpenGate gate = new OpenGate();
    private final WindowsServices manager;
    private final NodeInfo info;
    private final ServiceControl services;
    private final AddressControl addresses;
    private final VolumeControl volumes;
    private final CommandRunner commands;
    private final Timeline timeline;

    private WindowsPlatform(NodeInfo node, Timeline timeline) {
        this.timeline = timeline;
        manager = WindowsServices.open(timeline);
        info = gate.guard(NodeInfo.class, node);
        services = gate.guard(ServiceControl.class, manager);
        addresses = gate.guard(AddressControl.class, WindowsAddresses.open());
        volumes = gate.guard(VolumeControl.class, WindowsVolumes.open());
        commands = gate.guard(CommandRunner.class, new WindowsCommands(timeline));
    }

    /**
     * Opens this node, with the system's time and the library's own threads.
     *
     * @return a platform that the caller closes
     * @throws io.clp.platform.PlatformUnavailableException this is not Windows, the process is not elevated, or JNA cannot be loaded; says in
     *     one sentence which, and what to do
     */
    public static WindowsPlatform open() {
        return open(Timeline.system());
    }

    /**
     * Opens this node, with the system's time and the caller's threads.
     *
     * @param executor see {@link Timeline#system(ExecutorService)}. A native call blocks its thread; a bounded executor whose threads all
     *     wait for commands runs none of them. While services are waited for that take long, one more task waits for Windows to tell
     * @return a platform that the caller closes; the executor stays the caller's
     * @throws io.clp.platform.PlatformUnavailableException as {@link #open()}
     */
    public static WindowsPlatform open(ExecutorService executor) {
        return open(Timeline.system(executor));
    }

    private static WindowsPlatform open(Timeline timeline) {
        Requirements.windows(System.getProperty("os.name"));
        return Requirements.loaded(() -> {
            WindowsNode node = new WindowsNode();
            Requirements.elevated(node);
            return new WindowsPlatform(node, timeline);
        });
    }

    @Override
    public NodeInfo info() {
        return info;
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
        return timeline;
    }

    /** Gives back the handles. Closing twice does nothing; after it each call of a part throws {@link IllegalStateException}. */
    @Override
    public void close() {
        if (gate.close()) {
            manager.close();
        }
    }
}
