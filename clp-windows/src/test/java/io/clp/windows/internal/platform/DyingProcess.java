package io.clp.windows.internal.platform;

import io.clp.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process that runs a command which leaves a mark, and dies before it does. Arguments: clpcmd.exe, the mark. */
final class DyingProcess {
    static final Duration COMMAND_TAKES = Duration.ofSeconds(3);

    private DyingProcess() {}

    /** Starts the command and halts, as a crash does: nothing is tidied up. */
    public static void main(String[] arguments) throws InterruptedException {
        Timeline timeline = Timeline.system();
        WindowsCommands commands = new WindowsCommands(timeline);
        String takes = String.valueOf(COMMAND_TAKES.toMillis());
        timeline.fork(
                "command",
                () -> commands.run(
                        List.of(arguments[0], "mark", takes, arguments[1]), Map.of(), Duration.ofMinutes(1)));
        timeline.sleep(Duration.ofSeconds(1));
        System.out.write("command runs, process dies".getBytes(StandardCharsets.US_ASCII), 0, 26);
        System.out.flush();
        Runtime.getRuntime().halt(9);
    }
}
