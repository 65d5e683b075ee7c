package io.clp.config.internal.model;

import io.clp.config.ApplicationResource;
import io.clp.resource.Resource;
import java.util.List;

/**
 * An application that does not stay in its start command.
 *
 * @param id its id
 * @param start the command that starts
 * @param stop the command that stops; may be empty
 */
public record ApplicationSpec(String id, List<String> start, List<String> stop) implements ResourceSpec {
    @Override
    public Resource build() {
        return ApplicationResource.builder(id)
                .start(start.toArray(new String[0]))
                .stop(stop.toArray(new String[0]))
                .build();
    }

    @Override
    public JavaCalls java() {
        JavaCalls calls = new JavaCalls("ApplicationResource.builder", id).then("start", start.toArray());
        return (stop.isEmpty() ? calls : calls.then("stop", stop.toArray())).then("build");
    }
}
