package io.clp.testkit;

/**
 * A volume as one fake machine sees it; the disk behind it may be seen by other machines too, perhaps under other names. Thread-safe.
 */
public interface FakeVolume {
    /** {@return the volume's name on this machine} */
    String name();

    /** Cuts this machine's path to the disk; the other machines' paths stay. */
    void disconnect();

    /** Repairs this machine's path to the disk. */
    void reconnect();

    /** {@return whether the volume is mounted on this machine} */
    boolean mounted();

    /**
     * Opens a file on the volume: it cannot be taken offline until the file is closed, or the machine is powered off.
     *
     * @param process who opens it, for the trace
     * @return the open file
     */
    OpenFile heldOpenBy(String process);

    /** A file that a process has open. */
    @FunctionalInterface
    interface OpenFile extends AutoCloseable {
        /** Closes it; twice does nothing. */
        @Override
        void close();
    }
}
