package io.clp.windows.internal.platform;

import io.clp.platform.ArmCommandLine;
import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.PipeConnection;
import io.clp.windows.internal.driver.PipeServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the ARM programs of one run of a script, several at once. One task does all with the pipe and never waits for a single client;
 * what a client asks for is done by a task of its own. What can end in the middle ends with {@link Served#end}.
 */
final class ArmChannel {
    private static final Logger LOG = LoggerFactory.getLogger(ArmChannel.class);

    /** How many programs are answered at once; one more waits until one of them has gone. */
    static final int MOST = 16;

    private static final Duration TO_END = Duration.ofSeconds(5);
    private static final int FAILED = 1;

    private final Timeline timeline;
    private final PipeServer server;
    private final ArmRequests requests;
    private final List<ArmClient> clients = new ArrayList<>();
    private final List<Task<?>> asked = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    /** Under this object's lock. */
    private boolean closed;

    /** For whom an answer is. */
    private record Answer(ArmClient client, CommandResult result) {}

    private ArmChannel(Timeline timeline, PipeServer server, ArmRequests requests) {
        this.timeline = timeline;
        this.server = server;
        this.requests = requests;
    }

    /** A channel that is open, and the task that serves it. */
    record Served(ArmChannel channel, Task<?> task) {
        /**
         * Ends the channel: the pipe is gone, and what a program still asked for has been interrupted and has ended, or has been told to.
         */
        void end() throws InterruptedException {
            channel.ending = true;
            channel.wake();
            task.interrupt(); // keeps it from beginning; once in Windows it takes no notice
            try {
                join(task);
                if (task.done()) {
                    channel.close(); // it never began
                }
            } finally {
                channel.asked.forEach(Task::interrupt);
            }
            for (Task<?> one : channel.asked) {
                join(one);
            }
        }
    }

    /** Opens a channel; its pipe exists when this returns. */
    static Served open(Timeline timeline, PipeServer server, ArmRequests requests) throws CallFailedException {
        ArmChannel channel = new ArmChannel(timeline, server, requests);
        try {
            channel.listen();
            return new Served(channel, timeline.fork("ARM commands", channel::serve));
        } catch (CallFailedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private boolean serve() {
        try {
            while (!ending) {
                goOn();
                if (!ending && clients.stream().noneMatch(ArmClient::ready)) {
                    server.await(clients.stream()
                            .flatMap(it -> it.pending().stream())
                            .toList());
                }
            }
            return true;
        } catch (CallFailedException e) {
            LOG.warn("The ARM commands of a script are not answered any more: {}", e.getMessage());
            return false;
        } finally {
            close();
        }
    }

    private void goOn() throws CallFailedException {
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.client().answer(answer.result());
        }
        asked.removeIf(Task::done);
        for (ArmClient client : List.copyOf(clients)) {
            client.goOn().ifPresent(it -> ask(client, it));
            if (client.gone()) {
                clients.remove(client);
                client.close();
            }
        }
        if (clients.size() < MOST && clients.stream().noneMatch(ArmClient::listens)) {
            listen();
        }
    }

    /** Waits for one more client. One that has come already is seen at the next turn. */
    private void listen() throws CallFailedException {
        PipeConnection connection = server.connection();
        try {
            clients.add(new ArmClient(connection));
        } catch (CallFailedException e) {
            connection.close();
            throw e;
        }
    }

    private void ask(ArmClient client, List<String> request) {
        try {
            asked.add(timeline.fork("ARM command " + request.get(0), () -> answer(client, request)));
        } catch (RejectedExecutionException e) {
            answers.add(new Answer(client, CommandResult.exited(FAILED, "no thread is free for it")));
            wake();
        }
    }

    private boolean answer(ArmClient client, List<String> request) throws InterruptedException {
        CommandResult result = CommandResult.exited(FAILED, request.get(0) + ": failed, see the log");
        try {
            result = ArmCommandLine.of(request.get(0), request.subList(1, request.size()))
                    .ask(requests);
        } catch (RuntimeException e) {
            LOG.error("{} failed", request.get(0), e);
        } finally {
            answers.add(new Answer(client, result));
            wake();
        }
        return result.succeeded();
    }

    private synchronized void wake() {
        if (closed) {
            return;
        }
        try {
            server.wake();
        } catch (CallFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void close() {
        if (!closed) {
            closed = true;
            clients.forEach(ArmClient::close);
            server.close();
        }
    }

    private static void join(Task<?> task) throws InterruptedException {
        try {
            task.join(TO_END);
        } catch (TimeoutException e) {
            LOG.warn("{} has not ended after {}, though its script has", task.name(), TO_END);
        } catch (ExecutionException e) {
            LOG.debug("{} was ended", task.name(), e);
        }
    }
}
