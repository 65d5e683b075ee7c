package io.clp.windows;

import io.clp.testkit.contract.PlatformFixture.MarkingCommand;
import io.clp.windows.machine.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Commands that run the test program clpcmd.exe (see its source). */
final class TestCommands implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<Path> files = new ArrayList<>();

    List<String> exits(int code) {
        return clpcmd("exit", String.valueOf(code));
    }

    List<String> prints(String first, String second) {
        return clpcmd("say", first, second);
    }

    List<String> printsArguments(List<String> arguments) {
        List<String> command = new ArrayList<>(clpcmd("args"));
        command.addAll(arguments);
        return command;
    }

    List<String> printsVariable(String variable) {
        return clpcmd("value", variable);
    }

    MarkingCommand takes(String line, Duration time) {
        Path mark = mark();
        return marking(mark, clpcmd("mark", String.valueOf(time.toMillis()), mark.toString(), line));
    }

    MarkingCommand childTakes(Duration time) {
        Path mark = mark();
        return marking(mark, clpcmd("parent", String.valueOf(time.toMillis()), mark.toString()));
    }

    MarkingCommand leavesAChild(Duration time) {
        Path mark = mark();
        return marking(mark, clpcmd("child", String.valueOf(time.toMillis()), mark.toString()));
    }

    List<String> missing() {
        return List.of(Places.tools().resolve("no-such-program.exe").toString(), "/?");
    }

    String script(String text) {
        Path script = Places.state().resolve("a script " + NUMBER.incrementAndGet() + ".bat");
        files.add(script);
        try {
            return Files.write(script, text.getBytes(StandardCharsets.US_ASCII)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Path made : files) {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        Path mark = Places.state().resolve("mark-" + NUMBER.incrementAndGet());
        files.add(mark);
        return mark;
    }

    private static MarkingCommand marking(Path mark, List<String> command) {
        return new MarkingCommand(command, () -> Files.exists(mark));
    }

    private static List<String> clpcmd(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Places.program("clpcmd.exe").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
