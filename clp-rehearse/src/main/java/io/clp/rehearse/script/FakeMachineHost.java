package io.clp.rehearse.script;

import io.clp.platform.CommandResult;
import io.clp.script.ScriptCommand;
import io.clp.script.ScriptHost;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a script finds on a fake machine while one call of it runs. */
final class FakeMachineHost implements ScriptHost {
    /** The script's own limit ends it, long before. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final int FAILED = 1;

    private final FakePlatform machine;
    private final FakeCommands.Call call;
    private final ScriptFiles files;
    private final Answers answers;
    private final Set<String> notRehearsed = new LinkedHashSet<>();

    FakeMachineHost(FakePlatform machine, FakeCommands.Call call, ScriptFiles files, Answers answers) {
        this.machine = machine;
        this.call = call;
        this.files = files;
        this.answers = answers;
    }

    List<String> notRehearsed() {
        return List.copyOf(notRehearsed);
    }

    @Override
    public Optional<String> script(String path) {
        return files.text(path);
    }

    @Override
    public int run(ScriptCommand command) throws InterruptedException {
        // Whoever answers ARM commands logs them with what came of them.
        boolean told = command.program().startsWith("arm");
        if (!told) {
            call.prints(command.text());
        }
        OptionalInt answered = answers.exitCode(command);
        int exitCode = answered.isPresent() ? answered.getAsInt() : act(command);
        if (exitCode != 0 && !told) {
            call.prints("  exit code " + exitCode);
        }
        return exitCode;
    }

    private int act(ScriptCommand command) throws InterruptedException {
        List<String> arguments = command.arguments();
        return switch (command.program()) {
            case "armload" -> load(command);
            case "armkill" -> arguments.isEmpty() ? usage("ARMKILL watchID [/T time]") : call.armKill(arguments.get(0));
            case "armbcast" -> broadcast(arguments);
            case "armlog" -> call.armLog(String.join(" ", arguments));
            case "net" -> net(command);
            case "iisreset" -> onMachine(command);
            case "sc" ->
                new ScCommand(machine.services(), call::prints).run(arguments).orElseGet(() -> unknown(command));
            case "clplogcmd" -> option(arguments, "-m").map(call::armLog).orElseGet(() -> unknown(command));
            default -> unknown(command);
        };
    }

    private int load(ScriptCommand command) throws InterruptedException {
        Optional<ArmLoadLine> line = ArmLoadLine.of(command.arguments());
        if (line.isEmpty()) {
            return usage("ARMLOAD watchID /S [/A] [/R retry [/H hour] [/SCR] [/WAIT time] [/INT time]] service");
        }
        return line.get().application()
                ? unknown(command)
                : call.armLoad(line.get().watchId(), line.get().service());
    }

    private int broadcast(List<String> arguments) {
        return option(arguments, "/MSG").map(call::armBcast).orElseGet(() -> usage("ARMBCAST /MSG \"text\" /A"));
    }

    private int net(ScriptCommand command) throws InterruptedException {
        String verb =
                command.arguments().isEmpty() ? "" : command.arguments().get(0).toLowerCase(Locale.ROOT);
        return verb.equals("start") || verb.equals("stop") ? onMachine(command) : unknown(command);
    }

    private int onMachine(ScriptCommand command) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.program()));
        words.addAll(command.arguments());
        CommandResult result = machine.commands().run(words, Map.of(), LONG);
        result.output().lines().forEach(it -> call.prints("  " + it));
        return result.end() == CommandResult.End.NOT_STARTED ? NOT_FOUND : result.exitCode();
    }

    private int unknown(ScriptCommand command) {
        notRehearsed.add(command.text());
        return 0;
    }

    private int usage(String text) {
        call.prints("  usage: " + text);
        return FAILED;
    }

    private static Optional<String> option(List<String> arguments, String name) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equalsIgnoreCase(name)) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
