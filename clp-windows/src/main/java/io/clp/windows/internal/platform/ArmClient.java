package io.clp.windows.internal.platform;

import io.clp.platform.CommandResult;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.PipeConnection;
import io.clp.windows.internal.driver.PipeReader.State;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ARM program at the other end of a connection, from before it comes until it has gone. Of one thread. */
final class ArmClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArmClient.class);

    private enum Phase {
        LISTENING,
        ASKING,
        /** Nothing is pending: somebody works on the answer. */
        WAITING,
        ANSWERING,
        /** It has its answer and is to go. */
        LEAVING
    }

    private final PipeConnection connection;
    private final ArmFrame frame = new ArmFrame();
    private Phase phase = Phase.LISTENING;
    private State state;
    private byte[] answer = {};
    private int written;

    ArmClient(PipeConnection connection) throws CallFailedException {
        this.connection = connection;
        state = connection.connect();
    }

    boolean listens() {
        return phase == Phase.LISTENING && state == State.PENDING;
    }

    /** Returns whether it can go on at once. */
    boolean ready() {
        return phase != Phase.WAITING && state != State.PENDING;
    }

    boolean gone() {
        return state == State.CLOSED;
    }

    /** Returns what is to be waited for; empty where somebody works on the answer, or it is gone. */
    Optional<PipeConnection> pending() {
        return phase == Phase.WAITING || state != State.PENDING ? Optional.empty() : Optional.of(connection);
    }

    /** Goes on as far as it can. Returns the request, once, when it is there. */
    Optional<List<String>> goOn() {
        try {
            if (pending().isPresent()) {
                state = connection.look();
            }
            while (state == State.READY && phase != Phase.WAITING) {
                step();
                if (phase == Phase.WAITING) {
                    return frame.request();
                }
            }
        } catch (CallFailedException e) {
            lost(e);
        }
        return Optional.empty();
    }

    private void lost(CallFailedException e) {
        LOG.warn("A program is not answered: {}", e.getMessage());
        state = State.CLOSED;
    }

    private void step() throws CallFailedException {
        switch (phase) {
            case LISTENING -> {
                phase = Phase.ASKING;
                state = connection.read();
            }
            case ASKING -> {
                if (!frame.add(connection.bytes())) {
                    state = State.CLOSED;
                } else if (frame.request().isPresent()) {
                    phase = Phase.WAITING;
                } else {
                    state = connection.read();
                }
            }
            case ANSWERING -> {
                written += connection.taken();
                write();
            }
            default -> state = State.CLOSED; // it has nothing more to say
        }
    }

    /** Answers the request. */
    void answer(CommandResult result) {
        answer = ArmFrame.answer(result.exitCode(), result.output());
        phase = Phase.ANSWERING;
        try {
            write();
        } catch (CallFailedException e) {
            lost(e);
        }
    }

    private void write() throws CallFailedException {
        if (written < answer.length) {
            int length = Math.min(answer.length - written, PipeConnection.CAPACITY);
            state = connection.write(answer, written, length);
        } else {
            phase = Phase.LEAVING;
            state = connection.read();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
