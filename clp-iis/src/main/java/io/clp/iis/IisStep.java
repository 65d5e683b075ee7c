package io.clp.iis;

import io.clp.watch.WatchPolicy;
import java.util.List;

/**
 * One step of starting or stopping IIS. Immutable.
 *
 * <p>Whatever a step does, the observed state of the service decides: after a starting step the service is started through the
 * Service Control Manager if it does not run, after a stopping one it is stopped so if it does.
 */
public sealed interface IisStep {
    /** {@return the step as a line of the guide's scripts; this is what the log says} */
    String line();

    /**
     * Starts a service under a watch id and keeps it watched.
     *
     * @param watchId the watch id
     * @param service the short name
     * @param policy how often it is started again
     */
    record Load(String watchId, String service, WatchPolicy policy) implements IisStep {
        @Override
        public String line() {
            return "ARMLOAD " + watchId + " /S " + service;
        }
    }

    /**
     * Ends a watch and stops its service, which is stopped even if nobody watched it.
     *
     * @param watchId the watch id
     * @param service the short name
     */
    record Kill(String watchId, String service) implements IisStep {
        @Override
        public String line() {
            return "ARMKILL " + watchId;
        }
    }

    /**
     * Runs {@code net start}.
     *
     * @param service the short name
     */
    record NetStart(String service) implements IisStep {
        @Override
        public String line() {
            return "net start " + service;
        }
    }

    /**
     * Runs {@code net stop}; what depends on the service is stopped before, so that the command asks nothing.
     *
     * @param service the short name
     */
    record NetStop(String service) implements IisStep {
        @Override
        public String line() {
            return "net stop " + service;
        }
    }

    /**
     * Runs {@code iisreset}, which terminates what does not stop in time. Every configured service of IIS is looked at afterwards,
     * because the command may leave FTP alone.
     *
     * @param mode what it does
     */
    record IisReset(Mode mode) implements IisStep {
        /** What {@code iisreset} does. */
        public enum Mode {
            /** {@code /start}. */
            START("/start"),
            /** {@code /stop}. */
            STOP("/stop"),
            /** {@code /restart}. */
            RESTART("/restart");

            private final String argument;

            Mode(String argument) {
                this.argument = argument;
            }

            /** {@return the command's argument} */
            public String argument() {
                return argument;
            }
        }

        @Override
        public String line() {
            return "iisreset " + mode.argument();
        }
    }

    /**
     * Runs a program. An exit code other than 0 is logged and decides nothing.
     *
     * @param command the program and its arguments; never run through a shell
     */
    record Command(List<String> command) implements IisStep {
        /**
         * Keeps a copy.
         *
         * @param command the program and its arguments
         * @throws IllegalArgumentException the list is empty
         */
        public Command {
            command = List.copyOf(command);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("a command names a program");
            }
        }

        @Override
        public String line() {
            return String.join(" ", command);
        }
    }
}
