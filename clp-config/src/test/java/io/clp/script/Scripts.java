package io.clp.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guide's scripts, and scripts of a test. */
final class Scripts {
    static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private Scripts() {}

    static BatchScript guide(String standby, String strategy, String script) {
        return BatchScript.parse(script + ".BAT", text("guide/" + standby + "/" + strategy, script));
    }

    static BatchScript japanese(String script) {
        return BatchScript.parse(script + ".BAT", new String(bytes("guide/japanese/" + script + ".BAT"), SHIFT_JIS));
    }

    static String text(String folder, String script) {
        return new String(bytes(folder + "/" + script + ".BAT"), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Scripts.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BatchScript of(String... lines) {
        return BatchScript.parse("TEST.BAT", String.join("\r\n", lines) + "\r\n");
    }

    /** Runs lines; every program answers 0. */
    static ScriptRun run(String... lines) throws InterruptedException {
        return new Node().run(lines);
    }

    /** A host of which a test says what it answers. */
    static final class Node implements ScriptHost {
        final List<ScriptCommand> commands = new ArrayList<>();
        private final Map<String, String> scripts = new HashMap<>();
        private final Map<String, Integer> answers = new HashMap<>();
        private final List<String> files = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private List<String> arguments = List.of();

        Node answer(String program, int code) {
            answers.put(program, code);
            return this;
        }

        Node file(String path) {
            files.add(path);
            return this;
        }

        Node script(String path, String... lines) {
            scripts.put(path, String.join("\n", lines));
            return this;
        }

        Node variable(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Node arguments(String... values) {
            arguments = List.of(values);
            return this;
        }

        ScriptRun run(String... lines) throws InterruptedException {
            return Scripts.of(lines).run(this, environment, arguments);
        }

        @Override
        public int run(ScriptCommand command) {
            commands.add(command);
            return answers.getOrDefault(command.program(), 0);
        }

        @Override
        public boolean exists(String path) {
            return files.contains(path);
        }

        @Override
        public Optional<String> script(String path) {
            return Optional.ofNullable(scripts.get(path));
        }
    }
}
