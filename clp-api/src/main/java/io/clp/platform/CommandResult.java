package io.clp.platform;

/**
 * How a command ended.
 *
 * @param end in which way
 * @param exitCode its exit code; a Windows error code where it could not be started; 0 and meaningless where it timed out
 * @param output what it wrote, standard output and error together; of very much, the first and the last of it; where it could not be
 *     started, why, if more is known than the code
 */
public record CommandResult(End end, int exitCode, String output) {
    /** The ways a command ends. */
    public enum End {
        /** By itself. */
        EXITED,
        /** Past its limit; it and what it started were terminated. */
        TIMED_OUT,
        /** It could not be started. */
        NOT_STARTED
    }

    /**
     * Returns the result of a command that ended by itself.
     *
     * @param exitCode its exit code; 0 is success by convention only
     * @param output what it wrote, standard output and error together; may be empty
     * @return a result that ended {@link End#EXITED}
     */
    public static CommandResult exited(int exitCode, String output) {
        return new CommandResult(End.EXITED, exitCode, output);
    }

    /** {@return whether it ended by itself with exit code 0} */
    public boolean succeeded() {
        return end == End.EXITED && exitCode == 0;
    }
}
