package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class OpenGateTest {
    private final OpenGate gate = new OpenGate();

    @Test
    void letsCallsThroughUntilItIsClosed() throws InterruptedException {
        CommandRunner runner = gate.guard(
                CommandRunner.class, (command, environment, limit) -> CommandResult.exited(3, command.get(0)));
        assertThat(runner.run(List.of("x"), Map.of(), Duration.ZERO)).isEqualTo(CommandResult.exited(3, "x"));
        gate.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> runner.run(List.of("x"), Map.of(), Duration.ZERO))
                .withMessage("The Windows platform was closed.");
        assertThat(runner.toString()).isNotNull();
    }

    @Test
    void closesOnce() {
        assertThat(gate.close()).isTrue();
        assertThat(gate.close()).isFalse();
    }

    @Test
    void throwsWhatThePartThrows() {
        Callable<?> failing = gate.guard(Callable.class, () -> {
            throw new IOException("as it is");
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(failing::call).withMessage("as it is");
    }
}
