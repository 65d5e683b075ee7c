package io.clp.windows;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import io.clp.windows.internal.platform.ArmPrograms;
import io.clp.windows.internal.platform.OpenGate;
import io.clp.windows.internal.platform.Requirements;
import io.clp.windows.internal.platform.WindowsAddresses;
import io.clp.windows.internal.platform.WindowsCommands;
import io.clp.windows.internal.platform.WindowsNode;
import io.clp.windows.internal.platform.WindowsServices;
import io.clp.windows.internal.platform.WindowsVolumes;
import java.nio.file.Path;
import java.util.Optional;
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
 * <p><b>What it writes.</b> Nothing, unless a script's ARM commands are {@linkplain io.clp.resource.ArmCommands#PROVIDED provided}: then their programs into
 * one folder, see {@link Builder#tools}.
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

    private WindowsPlatform(NodeInfo node, Timeline timeline, ArmPrograms programs) {
        this.timeline = timeline;
        manager = WindowsServices.open(timeline);
        info = gate.guard(NodeInfo.class, node);
        services = gate.guard(ServiceControl.class, manager);
        addresses = gate.guard(AddressControl.class, WindowsAddresses.open());
        volumes = gate.guard(VolumeControl.class, WindowsVolumes.open());
        commands = gate.guard(CommandRunner.class, new WindowsCommands(timeline, programs));
    }

    /**
     * Opens this node, with the system's time and the library's own threads.
     *
     * @return a platform that the caller closes
     * @throws io.clp.platform.PlatformUnavailableException this is not Windows, the process is not elevated, or JNA cannot be loaded; says in
     *     one sentence which, and what to do
     */
    public static WindowsPlatform open() {
        return builder().open();
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
        return builder().executor(executor).open();
    }

    /** {@return a builder for a node that is opened otherwise than {@link #open()} does} */
    public static Builder builder() {
        return new Builder();
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

    /** Opens this node. Not thread-safe. */
    public static final class Builder {
        private Timeline timeline = Timeline.system();
        private Optional<Path> tools = Optional.empty();

        private Builder() {}

        /**
         * Gives it the caller's threads.
         *
         * @param executor as for {@link WindowsPlatform#open(ExecutorService)}; a script whose ARM commands are served takes a task more, and
         *     each of these commands one while it is under way
         * @return this
         */
        public Builder executor(ExecutorService executor) {
            timeline = Timeline.system(executor);
            return this;
        }

        /**
         * Names the folder for the ARM programs ({@link io.clp.resource.ArmCommands#PROVIDED}): five files of 4 KiB, written when the first
         * script needs them, and compared with those in this library before each. It should be one that only administrators write to.
         *
         * @param folder an absolute path; where this is not called, {@code %LOCALAPPDATA%\clp\arm-}hash, or a new folder below
         *     {@code java.io.tmpdir} where there is no such variable
         * @return this
         */
        public Builder tools(Path folder) {
            if (!folder.isAbsolute() || folder.toString().matches(".*[;\"].*")) {
                throw new IllegalArgumentException(
                        "tools: must be an absolute path without ';', to stand in PATH: " + folder);
            }
            tools = Optional.of(folder);
            return this;
        }

        /**
         * Opens this node.
         *
         * @return a platform that the caller closes
         * @throws io.clp.platform.PlatformUnavailableException as {@link WindowsPlatform#open()}
         */
        public WindowsPlatform open() {
            Requirements.windows(System.getProperty("os.name"));
            return Requirements.loaded(() -> {
                WindowsNode node = new WindowsNode();
                Requirements.elevated(node);
                return new WindowsPlatform(node, timeline, new ArmPrograms(tools));
            });
        }
    }
}
