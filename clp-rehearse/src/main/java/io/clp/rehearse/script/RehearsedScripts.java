package io.clp.rehearse.script;

import io.clp.script.BatchScript;
import io.clp.script.ScriptRun;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakePlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs batch files on fake machines. {@code net start} and {@code stop}, {@code sc}, {@code iisreset} and the ARM commands act on the
 * machine's services and watches; other programs do what is {@linkplain Answers answered} for them. Thread-safe.
 */
public final class RehearsedScripts {
    private static final int NOT_THERE = 1;

    private final ScriptFiles files;
    private final Answers answers;
    private final Map<Source, BatchScript> read = new ConcurrentHashMap<>();
    private final List<ScriptRehearsed> runs = new ArrayList<>();
    private final Set<List<String>> unknown = new HashSet<>();
    private final Set<String> notRehearsed = new LinkedHashSet<>();

    /** A script with what it says now, so that it is read once. */
    private record Source(String path, String text) {}

    /**
     * Makes scripts that are on no machine yet.
     *
     * @param files what scripts there are
     * @param answers what other programs do
     */
    public RehearsedScripts(ScriptFiles files, Answers answers) {
        this.files = files;
        this.answers = answers;
    }

    /**
     * Puts scripts on a machine.
     *
     * @param machine where they run
     * @param fileNames as {@code start.bat}; which file of that name it is, is seen by its path when it runs
     */
    public void putOn(FakePlatform machine, String... fileNames) {
        for (String name : fileNames) {
            machine.commands().when(name, call -> run(machine, call));
        }
    }

    /**
     * Puts a program on a machine that is not known: it does nothing, ends with 0, and is among {@link #notRehearsed}.
     *
     * @param machine where it runs
     * @param command the program and its arguments
     */
    public void putUnknownOn(FakePlatform machine, List<String> command) {
        synchronized (this) {
            unknown.add(command);
        }
        putOn(machine, command.get(0));
    }

    /** {@return the programs that ran and did nothing because nobody knows what they do, each once, in order} */
    public synchronized List<String> notRehearsed() {
        return List.copyOf(notRehearsed);
    }

    /** {@return what has run and ended, in order} */
    public synchronized List<ScriptRehearsed> runs() {
        return List.copyOf(runs);
    }

    private int run(FakePlatform machine, FakeCommands.Call call) throws InterruptedException {
        String path = call.command().get(call.command().size() - 1);
        Optional<String> text = files.text(path);
        if (text.isEmpty() && isUnknown(call.command())) {
            call.prints("not rehearsed");
            return 0;
        } else if (text.isEmpty()) {
            call.prints("The system cannot find the path specified: " + path);
            return NOT_THERE;
        }
        FakeMachineHost host = new FakeMachineHost(machine, call, files, answers);
        BatchScript script =
                read.computeIfAbsent(new Source(path, text.get()), it -> BatchScript.parse(it.path(), it.text()));
        ScriptRun run = script.run(host, call.environment(), List.of());
        run.output().forEach(call::prints);
        run.problems().forEach(it -> call.prints(it.toString()));
        keep(new ScriptRehearsed(machine.info().computerName(), path, call.environment(), run), host.notRehearsed());
        return run.exitCode();
    }

    private synchronized boolean isUnknown(List<String> command) {
        boolean isUnknown = unknown.contains(command);
        if (isUnknown) {
            notRehearsed.add(String.join(" ", command));
        }
        return isUnknown;
    }

    private synchronized void keep(ScriptRehearsed run, List<String> unknownToIt) {
        runs.add(run);
        notRehearsed.addAll(unknownToIt);
    }
}
