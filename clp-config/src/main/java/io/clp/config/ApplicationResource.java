package io.clp.config;

import io.clp.DefinitionException;
import io.clp.DefinitionException.Problem;
import io.clp.ResourceId;
import io.clp.platform.CommandResult;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An application that one command starts and another one stops, both of which end by themselves (an application resource of CLUSTERPRO of
 * the type that is not resident). Each command is a program and its arguments; no shell reads it.
 *
 * <p>Nothing shows whether the application runs: within one process the resource remembers which of its commands ended as it should. Before
 * either was run, it is offline where something that it depends on is, and otherwise unknown. Where it is not known to be offline, going
 * online runs the command that stops first. What does not end before the deadline is terminated, and the outcome is unknown.
 *
 * <p>Immutable and thread-safe.
 */
public final class ApplicationResource implements Resource {
    private static final NodeLocal<Known> KNOWN = NodeLocal.named("which command was run here last");

    private final ResourceId id;
    private final List<String> start;
    private final List<String> stop;
    private final OptionalInt normalReturn;

    /** What this process knows of the application. */
    private enum Known {
        STARTED,
        STOPPED,
        DOUBTED
    }

    private ApplicationResource(Builder builder) {
        id = ResourceId.of(builder.id);
        start = builder.start;
        stop = builder.stop;
        normalReturn = builder.normalReturn;
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

    /** {@return the program that starts the application, and its arguments} */
    public List<String> start() {
        return start;
    }

    /** {@return the program that stops the application, and its arguments; empty where nothing stops it} */
    public List<String> stop() {
        return stop;
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        Known known = context.get(KNOWN).orElse(Known.DOUBTED);
        if (known == Known.STARTED) {
            return;
        }
        if (known == Known.DOUBTED && !stop.isEmpty()) {
            run(context, stop);
        }
        context.put(KNOWN, Known.DOUBTED);
        run(context, start);
        context.put(KNOWN, Known.STARTED);
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        if (context.get(KNOWN).filter(Known.STOPPED::equals).isPresent()) {
            return;
        }
        context.put(KNOWN, Known.DOUBTED);
        if (!stop.isEmpty()) {
            run(context, stop);
        }
        context.put(KNOWN, Known.STOPPED);
    }

    @Override
    public Probe probe(ResourceContext context) {
        if (context.get(KNOWN).isEmpty() && restsOnNothing(context)) {
            context.put(KNOWN, Known.STOPPED);
        }
        return context.get(KNOWN)
                .map(known -> switch (known) {
                    case STARTED -> Probe.online();
                    case STOPPED -> Probe.offline();
                    case DOUBTED -> Probe.unknown("a command of application " + id + " did not end as it should");
                })
                .orElseGet(() -> Probe.unknown("this process has run no command of application " + id));
    }

    private static boolean restsOnNothing(ResourceContext context) {
        return context.group().dependenciesOf(context.resourceId()).stream()
                .map(it -> context.group().resource(it.value()))
                .anyMatch(
                        it -> it.tier() != ResourceTier.APPLICATION && context.state(it.id()) == ResourceState.OFFLINE);
    }

    private void run(ResourceContext context, List<String> command) throws InterruptedException {
        Duration limit = context.remaining().multipliedBy(9).dividedBy(10);
        CommandResult result = context.platform().commands().run(command, Map.of(), limit);
        String what = "command " + command.get(0) + " of application " + id;
        context.log(what + ": " + result.end() + ", exit code " + result.exitCode());
        if (result.end() == CommandResult.End.NOT_STARTED) {
            throw ResourceException.permanent(what + " was not started: Windows error " + result.exitCode());
        }
        if (result.end() == CommandResult.End.TIMED_OUT) {
            throw ResourceException.temporary(what + " did not end within " + limit);
        }
        if (normalReturn.isPresent() && result.exitCode() != normalReturn.getAsInt()) {
            throw ResourceException.temporary(what + " ended with exit code " + result.exitCode()
                    + "; the normal one is " + normalReturn.getAsInt());
        }
    }

    /** Builds an application. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private List<String> start = List.of();
        private List<String> stop = List.of();
        private OptionalInt normalReturn = OptionalInt.empty();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Sets the command that starts.
         *
         * @param command the program and its arguments; a program without a path is looked up as the node does
         * @return this
         */
        public Builder start(String... command) {
            start = List.of(command);
            return this;
        }

        /**
         * Sets the command that stops.
         *
         * @param command the program and its arguments; where this is not called nothing is run
         * @return this
         */
        public Builder stop(String... command) {
            stop = List.of(command);
            return this;
        }

        /**
         * Makes every exit code of both commands but one a failure.
         *
         * @param exitCode the normal one; where this is not called every one will do
         * @return this
         */
        public Builder normalReturn(int exitCode) {
            normalReturn = OptionalInt.of(exitCode);
            return this;
        }

        /**
         * Builds the application.
         *
         * @return an immutable resource
         * @throws DefinitionException the id is not one, or a command has no program; all is named
         */
        public ApplicationResource build() {
            List<Problem> problems = new ArrayList<>();
            try {
                ResourceId.of(id);
            } catch (DefinitionException e) {
                problems.addAll(e.problems());
            }
            if (start.isEmpty() || start.get(0).isBlank()) {
                problems.add(new Problem("start", String.join(" ", start), "a command begins with its program"));
            }
            if (!stop.isEmpty() && stop.get(0).isBlank()) {
                problems.add(new Problem("stop", String.join(" ", stop), "a command begins with its program"));
            }
            if (!problems.isEmpty()) {
                throw new DefinitionException("application " + id, problems);
            }
            return new ApplicationResource(this);
        }
    }
}
