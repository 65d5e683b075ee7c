package io.clp.config.internal.model;

import io.clp.resource.ArmCommands;
import io.clp.resource.Resource;
import io.clp.resource.ScriptResource;
import java.nio.charset.Charset;

/**
 * Scripts.
 *
 * @param id its id
 * @param directory on the nodes
 * @param start the file that starts
 * @param stop the file that stops
 * @param encoding of what they write
 */
public record ScriptSpec(String id, String directory, String start, String stop, Charset encoding)
        implements ResourceSpec {
    @Override
    public Resource build() {
        return ScriptResource.builder(id)
                .directory(directory)
                .start(start)
                .stop(stop)
                .armCommands(ArmCommands.PROVIDED)
                .outputCharset(encoding)
                .build();
    }

    @Override
    public JavaCalls java() {
        return new JavaCalls("ScriptResource.builder", id)
                .then("directory", directory)
                .then("start", start)
                .then("stop", stop)
                .then("armCommands", new JavaCalls.Code("ArmCommands.PROVIDED"))
                .then("outputCharset", new JavaCalls("Charset.forName", encoding.name()))
                .then("build");
    }
}
