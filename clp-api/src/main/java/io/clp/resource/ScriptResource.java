package io.clp.resource;

import io.clp.ResourceId;
import io.clp.internal.definition.Paths;
import io.clp.platform.NodeThing;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The START.BAT and STOP.BAT of a cluster that exists already: START.BAT brings the resource online, STOP.BAT takes it offline. Both are run
 * by the node's cmd.exe, without arguments, and see why they run in their environment:
 *
 * <table>
 * <caption>Variables</caption>
 * <tr><th>name<th>value
 * <tr><td>{@code CLP_EVENT}<td>{@code START} or {@code FAILOVER}; at a stop that of the start before; {@code RECOVER} when the node came
 *     back to the cluster; undefined outside a controller
 * <tr><td>{@code CLP_DISK}<td>{@code SUCCESS}; {@code FAILURE} where a partition of the group is not online
 * <tr><td>{@code CLP_SERVER}<td>{@code HOME} on the first of the group's nodes, {@code OTHER} elsewhere
 * <tr><td>{@code CLP_FACTOR}<td>at a stop only, why: {@code GROUPSTOP}, {@code GROUPMOVE}, {@code GROUPFAILOVER}, {@code RESOURCERESTART}
 * <tr><td>{@code CLP_GROUPNAME}, {@code CLP_RESOURCENAME}<td>the ids
 * <tr><td>{@code CLP_SCRIPT_PATH}<td>the scripts' folder, with a trailing backslash; it is not the current one
 * </table>
 *
 * <p>{@code CLP_SERVER_PREV} is undefined: what starts a group here does not know where it was. {@code CLP_PATH}, the folder of an
 * installed CLUSTERPRO, is only known to the {@linkplain Builder#environment user}.
 *
 * <p>A script that does not end in time is terminated with all that it started, and the outcome is indeterminate. What it writes is logged
 * line by line.
 *
 * <p>Two runs only tell the scripts something. Their exit codes are only logged, they change no state, and ARMLOAD and ARMKILL do nothing in
 * them where the library serves these. When the node came back to the cluster, START.BAT runs with {@code CLP_EVENT=RECOVER}; what it
 * starts then it starts on a node on which the group need not be, and so existing scripts leave at once. Where a partition failed, START.BAT
 * runs with {@code CLP_DISK=FAILURE}, and STOP.BAT after it, for scripts that start something without asking for the disk.
 *
 * <p><b>The state.</b> Windows does not show whether a script was run. Within one process the resource remembers: it is online after
 * START.BAT, while the services that ARMLOAD loaded run ({@link ArmCommands#PROVIDED}) and nothing beneath it is offline; it is offline after
 * STOP.BAT, where those services have stopped, or STOP.BAT has loaded them again for another group. It has failed where an exit code was not
 * the normal one or such a service still runs, and it is unknown where a script did not come to its end. Without ARM commands, normal
 * return values are all that tells whether the scripts did their work.
 *
 * <p>A new process remembers nothing: where a partition beneath the script, or all beneath it, is offline, it is offline; otherwise it is
 * unknown, and so a group that was online when the process died is never taken for offline, nor for healthy. What STOP.BAT then asks
 * ARMKILL to end, and this process has not loaded, goes on running; while the partition and the addresses are online the resource stays
 * unknown, until a start loads it again.
 *
 * <p>START.BAT never runs twice in a row: what is not known to be offline gets STOP.BAT first, with {@code CLP_FACTOR=RESOURCERESTART}, in a
 * retry too. A {@linkplain Builder#probe probe} decides alone, in every process; with it a group is found online, and nothing is run.
 *
 * <p>Immutable and thread-safe.
 */
public final class ScriptResource implements Resource {
    private static final MessageCatalog TEXTS = new ScriptText();

    private final ResourceId id;
    private final String directory;
    private final String startFile;
    private final String stopFile;
    private final OptionalInt startNormalReturn;
    private final OptionalInt stopNormalReturn;
    private final ArmCommands armCommands;
    private final @Nullable Charset outputCharset;
    private final Map<String, String> environment;
    private final @Nullable ScriptProbe probe;
    private final Set<NodeThing> uses;

    private ScriptResource(Builder builder) {
        id = ResourceId.of(builder.id);
        directory = Paths.withBackslash(String.valueOf(builder.directory));
        startFile = builder.startFile;
        stopFile = builder.stopFile;
        startNormalReturn = builder.startNormalReturn;
        stopNormalReturn = builder.stopNormalReturn;
        armCommands = builder.armCommands;
        outputCharset = builder.outputCharset;
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        probe = builder.probe;
        uses = Collections.unmodifiableSet(new LinkedHashSet<>(builder.uses));
    }

    /**
     * Returns a builder.
     *
     * @param id the resource's name; checked when the resource is built
     * @return a builder that knows only the name
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    @Override
    public ResourceId id() {
        return id;
    }

    /** {@return the folder of the scripts, with a trailing backslash} */
    public String directory() {
        return directory;
    }

    /** {@return the file name of the script that starts} */
    public String startFile() {
        return startFile;
    }

    /** {@return the file name of the script that stops} */
    public String stopFile() {
        return stopFile;
    }

    /** {@return the exit code with which the script that starts must end; empty where every one will do} */
    public OptionalInt startNormalReturn() {
        return startNormalReturn;
    }

    /** {@return the exit code with which the script that stops must end; empty where every one will do} */
    public OptionalInt stopNormalReturn() {
        return stopNormalReturn;
    }

    /** {@return who answers the scripts' ARM commands} */
    public ArmCommands armCommands() {
        return armCommands;
    }

    /** {@return in what the scripts' output is written; empty where it is the node's own} */
    public Optional<Charset> outputCharset() {
        return Optional.ofNullable(outputCharset);
    }

    /** {@return the variables that the user set} */
    public Map<String, String> environment() {
        return environment;
    }

    /** {@return what decides whether the resource is online; empty where that is concluded} */
    public Optional<ScriptProbe> ownProbe() {
        return Optional.ofNullable(probe);
    }

    @Override
    public Set<NodeThing> uses() {
        return uses;
    }

    @Override
    public MessageCatalog messages() {
        return TEXTS;
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        new ScriptOperations(this, context).online();
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        new ScriptOperations(this, context).offline();
    }

    @Override
    public Probe probe(ResourceContext context) throws Exception {
        return new ScriptOperations(this, context).probe();
    }

    @Override
    public void onlineBlocked(ResourceContext context, ResourceId failedDependency) throws Exception {
        if (context.group().resource(failedDependency.value()).tier() != ResourceTier.PARTITION) {
            context.log(startFile + " is not run: " + failedDependency + " is not online");
            return;
        }
        new ScriptRunner(this, context, new ScriptMemory(context)).blocked();
    }

    @Override
    public void recovered(ResourceContext context) throws Exception {
        new ScriptRunner(this, context, new ScriptMemory(context)).recovered();
    }

    @Override
    public String toString() {
        return "scripts " + id + " (" + directory + startFile + ", " + stopFile + ")";
    }

    /** Builds a script resource. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String directory;
        private String startFile = "start.bat";
        private String stopFile = "stop.bat";
        private OptionalInt startNormalReturn = OptionalInt.empty();
        private OptionalInt stopNormalReturn = OptionalInt.empty();
        private ArmCommands armCommands = ArmCommands.INSTALLED;
        private @Nullable Charset outputCharset;
        private Map<String, String> environment = Map.of();
        private @Nullable ScriptProbe probe;
        private List<NodeThing> uses = List.of();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Names the folder of both scripts, the same on every node.
         *
         * @param path a whole path on the nodes, {@code C:\...} or {@code \\server\share\...}; blanks and Japanese are allowed, and none
         *     of {@code & | < > ^ % " !}, which cmd.exe reads as more than themselves
         * @return this
         */
        public Builder directory(String path) {
            directory = path;
            return this;
        }

        /**
         * Names the script that starts.
         *
         * @param file a file name that ends in .bat or .cmd; {@code start.bat} where this is not called
         * @return this
         */
        public Builder start(String file) {
            startFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Names the script that stops.
         *
         * @param file a file name that ends in .bat or .cmd; {@code stop.bat} where this is not called
         * @return this
         */
        public Builder stop(String file) {
            stopFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Makes every exit code of the script that starts but one a failure.
         *
         * @param exitCode the normal one; where neither this nor {@link #anyStartReturn} is called, every one will do, as in CLUSTERPRO
         *     where the field is blank
         * @return this
         */
        public Builder startNormalReturn(int exitCode) {
            startNormalReturn = OptionalInt.of(exitCode);
            return this;
        }

        /**
         * Makes every exit code of the script that stops but one a failure.
         *
         * @param exitCode the normal one; where neither this nor {@link #anyStopReturn} is called, every one will do
         * @return this
         */
        public Builder stopNormalReturn(int exitCode) {
            stopNormalReturn = OptionalInt.of(exitCode);
            return this;
        }

        /**
         * Lets the script that starts end with any exit code; so it may by default.
         *
         * @return this
         */
        public Builder anyStartReturn() {
            startNormalReturn = OptionalInt.empty();
            return this;
        }

        /**
         * Lets the script that stops end with any exit code; so it may by default.
         *
         * @return this
         */
        public Builder anyStopReturn() {
            stopNormalReturn = OptionalInt.empty();
            return this;
        }

        /**
         * Says who answers the scripts' ARM commands.
         *
         * @param who {@link ArmCommands#INSTALLED} where this is not called
         * @return this
         */
        public Builder armCommands(ArmCommands who) {
            armCommands = Objects.requireNonNull(who, "who");
            return this;
        }

        /**
         * Says in what the scripts' output is written.
         *
         * @param charset {@code windows-31j} for Japanese scripts; the node's OEM code page where this is not called
         * @return this
         */
        public Builder outputCharset(Charset charset) {
            outputCharset = Objects.requireNonNull(charset, "charset");
            return this;
        }

        /**
         * Sets variables for both scripts, in the place of those that were set before.
         *
         * @param variables by name; none that begins with {@code CLP_}, {@code CLP_PATH} aside
         * @return this
         */
        public Builder environment(Map<String, String> variables) {
            environment = new LinkedHashMap<>(variables);
            return this;
        }

        /**
         * Names what the scripts touch of the node, as the services of IIS: operations of other resources that use the same come one
         * after another with these scripts, and a watch of such a service that fails makes this resource fail at once.
         *
         * @param things nothing where this is not called
         * @return this
         */
        public Builder uses(NodeThing... things) {
            uses = List.of(things);
            return this;
        }

        /**
         * Gives the resource a probe, which then decides alone whether it is online. An operation waits after its script until the probe
         * says so.
         *
         * @param observation asked for this group alone, from any thread
         * @return this
         */
        public Builder probe(ScriptProbe observation) {
            probe = Objects.requireNonNull(observation, "observation");
            return this;
        }

        /**
         * Builds the resource.
         *
         * @return an immutable resource
         * @throws io.clp.DefinitionException something cannot be what it is to be; all is named
         */
        public ScriptResource build() {
            new ScriptCheck(id)
                    .files(directory, startFile, stopFile)
                    .variables(environment)
                    .throwIfAny();
            return new ScriptResource(this);
        }
    }
}
