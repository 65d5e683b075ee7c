package io.clp.windows.internal.platform;

import io.clp.platform.ArmLoad;
import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Writes down what scripts ask for, and answers as it is told. Thread-safe once a script runs. */
final class AskedArm implements ArmRequests {
    private static final CommandResult DONE = CommandResult.exited(0, "");

    private final Timeline timeline;
    private final Duration patience;
    private final List<String> all = new ArrayList<>();
    private final Map<String, Runnable> acts = new HashMap<>();
    private final CompletableFuture<Void> enough = new CompletableFuture<>();
    private final CompletableFuture<Void> loading = new CompletableFuture<>();
    private CommandResult loadsAnswer = DONE;
    private OnChannel onChannel = channel -> {};
    private int wanted;
    private boolean logsWait;
    private boolean loadsWait;
    private boolean loadsHang;
    private volatile boolean interrupted;

    /** What is done with a channel. */
    @FunctionalInterface
    interface OnChannel {
        void use(String name) throws IOException;
    }

    AskedArm(Timeline timeline, Duration patience) {
        this.timeline = timeline;
        this.patience = patience;
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    /** Returns the text of the last request. */
    synchronized String last() {
        String line = all.get(all.size() - 1);
        return line.substring(line.indexOf(' ') + 1);
    }

    boolean interrupted() {
        return interrupted;
    }

    void answersLoads(CommandResult answer) {
        loadsAnswer = answer;
    }

    void does(String line, Runnable act) {
        acts.put(line, act);
    }

    /** Does something, within the answer, with the channel whose name is logged. */
    void doesWithChannel(OnChannel act) {
        onChannel = act;
    }

    /** Answers no log before so many were asked for. */
    void answersLogsWhenThereAre(int count) {
        wanted = count;
        logsWait = true;
    }

    /** Answers no load before so many other requests came. */
    void answersLoadsAfter(int count) {
        wanted = count;
        loadsWait = true;
    }

    /** Answers no load ever, and a log once a load has come. */
    void loadsHang() {
        loadsHang = true;
    }

    @Override
    public CommandResult load(ArmLoad load) throws InterruptedException {
        if (loadsWait) {
            await(enough);
        }
        asked(load.toString());
        if (loadsHang) {
            loading.complete(null);
            try {
                timeline.await(new CompletableFuture<>(), patience);
            } catch (InterruptedException e) {
                interrupted = true;
                throw e;
            }
        }
        return loadsAnswer;
    }

    @Override
    public CommandResult kill(String watchId) {
        return asked("ARMKILL " + watchId);
    }

    @Override
    public CommandResult broadcast(String message) {
        return asked("ARMBCAST " + message);
    }

    @Override
    public CommandResult log(String line) {
        asked("ARMLOG " + line);
        acts.getOrDefault(line, () -> {}).run();
        try {
            if (line.startsWith("\\\\.\\pipe")) {
                onChannel.use(line);
            }
            if (logsWait) {
                await(enough);
            }
            if (loadsHang) {
                await(loading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return DONE;
    }

    @Override
    public void hasNoEffect(String option) {
        asked("no effect: " + option);
    }

    private synchronized CommandResult asked(String what) {
        all.add(what);
        if (all.size() >= wanted) {
            enough.complete(null);
        }
        return DONE;
    }

    private void await(CompletableFuture<?> event) throws InterruptedException {
        if (!timeline.await(event, patience)) {
            throw new IllegalStateException("not within " + patience);
        }
    }
}
