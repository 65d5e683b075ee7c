package io.clp.iis;

import io.clp.resource.ResourceContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what a resource logs, broadcasts and reports through its context, in one order. */
final class Recorder {
    /** The lines: what was logged, and "ARMBCAST " with the key of what was broadcast. */
    final List<String> lines = new ArrayList<>();
    /** What was reported as interrupted. */
    final List<Interruption> interruptions = new ArrayList<>();

    record Interruption(String service, Duration duration) {}

    /** Returns a context that does the same and is written down. */
    ResourceContext of(ResourceContext context) {
        return (ResourceContext) Proxy.newProxyInstance(
                ResourceContext.class.getClassLoader(),
                new Class<?>[] {ResourceContext.class},
                (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    switch (method.getName()) {
                        case "log" -> lines.add((String) arguments[0]);
                        case "broadcast" -> lines.add("ARMBCAST " + arguments[0]);
                        case "interrupted" ->
                            interruptions.add(new Interruption((String) arguments[0], (Duration) arguments[1]));
                        default -> {}
                    }
                    try {
                        return method.invoke(context, Arrays.copyOf(arguments, arguments.length));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Returns the commands among the lines, without what was told of them. */
    List<String> commands() {
        return lines.stream()
                .filter(it -> it.matches(
                        "ARMBCAST \\S+|ARMLOAD \\w+ /S \\w+|ARMKILL \\w+|net (start|stop) \\w+|iisreset /\\w+"))
                .toList();
    }
}
