package io.clp.testkit.contract;

import io.clp.platform.Platform;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * What a platform brings so that the contract suites can test it: the platform, and ways to make services, volumes, addresses and commands
 * that behave in a certain way. Each test has a fixture of its own and closes it.
 *
 * <p>What a fixture does not override it lacks: the tests that need it are aborted, with its name, and so never pass. Whatever is made must
 * be gone after {@link #close}. Called by one thread.
 */
public abstract class PlatformFixture implements AutoCloseable {
    /** Makes a fixture. */
    protected PlatformFixture() {}

    /** What a command can be seen to have done. */
    @FunctionalInterface
    public interface Mark {
        /**
         * Returns whether the command came so far.
         *
         * @return whether it did
         */
        boolean isSet();
    }

    /**
     * A volume that is offline, and a mount point that is free.
     *
     * @param volume the volume's name
     * @param mountPoint where it can be mounted
     */
    public record TestVolume(String volume, String mountPoint) {}

    /**
     * A command that leaves a mark when it has come to its end.
     *
     * @param command the program and its arguments
     * @param mark whether it did
     */
    public record MarkingCommand(List<String> command, Mark mark) {}

    /**
     * Returns an exception that aborts a test.
     *
     * @param capability what the platform lacks, in words
     * @return the exception
     */
    public static TestAbortedException lacking(String capability) {
        return new TestAbortedException("the platform under test lacks: " + capability);
    }

    /**
     * Returns the platform under test.
     *
     * @return the same one always
     */
    public Platform platform() {
        throw lacking("a platform");
    }

    /**
     * Returns the timeline under test; by default the platform's.
     *
     * @return the same one always
     */
    public Timeline timeline() {
        return platform().timeline();
    }

    /**
     * Returns how long a test waits for what must happen at last: longer than the slowest start, stop or duplicate detection.
     *
     * @return positive; 30 seconds by default
     */
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    /**
     * Returns how late something may be that should happen at once, or at a given time: nothing in virtual time, on a busy machine
     * quite a bit.
     *
     * @return not negative; 1.5 seconds by default
     */
    public Duration slack() {
        return Duration.ofMillis(1_500);
    }

    /**
     * Makes a stopped service, of manual start type, that takes so long to start and to stop, and reports progress meanwhile.
     *
     * @param starts how long from the request to RUNNING
     * @param stops how long from the request to STOPPED
     * @return its short name, in mixed case
     */
    public String service(Duration starts, Duration stops) {
        throw lacking("a service");
    }

    /**
     * Makes a stopped service, of manual start type, that depends on others.
     *
     * @param dependencies short names of services made before
     * @return its short name
     */
    public String serviceThatNeeds(String... dependencies) {
        throw lacking("a service that depends on others");
    }

    /**
     * Makes a running service that shares its process with another.
     *
     * @param other a running service made before
     * @return its short name
     */
    public String serviceInProcessOf(String other) {
        throw lacking("services that share a process");
    }

    /**
     * Makes a service whose start stays pending, without progress, until {@link #release}.
     *
     * @return its short name
     */
    public String serviceThatHangsAtStart() {
        throw lacking("a service that hangs when it starts");
    }

    /**
     * Makes a service, stopped, whose stop stays pending, without progress, until {@link #release}.
     *
     * @return its short name
     */
    public String serviceThatHangsAtStop() {
        throw lacking("a service that hangs when it stops");
    }

    /**
     * Lets go on what hangs.
     *
     * @param service made by {@link #serviceThatHangsAtStart} or {@link #serviceThatHangsAtStop}
     */
    public void release(String service) {
        throw lacking("a hang that can be ended");
    }

    /**
     * Makes a disabled service: every start is refused with 1058.
     *
     * @return its short name
     */
    public String disabledService() {
        throw lacking("a service that is disabled");
    }

    /**
     * Makes a service whose start is accepted and ends STOPPED with an exit code.
     *
     * @param exitCode the Windows error code
     * @return its short name
     */
    public String serviceThatFailsWith(int exitCode) {
        throw lacking("a service that fails when it starts");
    }

    /**
     * Ends the process of a running service without a word.
     *
     * @param service made by this fixture
     */
    public void crash(String service) {
        throw lacking("a service that crashes");
    }

    /**
     * Returns a name that no service has.
     *
     * @return a valid short name
     */
    public String missingService() {
        throw lacking("a service that does not exist");
    }

    /**
     * Makes an address that nobody has, in the subnet of an interface of the node.
     *
     * @return with its prefix length
     */
    public String freeAddress() {
        throw lacking("a free address");
    }

    /**
     * Makes an IPv6 address that nobody has, in the subnet of an interface of the node.
     *
     * @return with its prefix length, every group of digits written out
     */
    public String freeIpv6Address() {
        throw lacking("a free IPv6 address");
    }

    /**
     * Makes an address that nobody has, outside of every interface's subnet.
     *
     * @return with its prefix length
     */
    public String farAddress() {
        throw lacking("a free address outside of all subnets");
    }

    /**
     * Makes an address of the node's subnet that another machine on the network has and answers for.
     *
     * @return with its prefix length
     */
    public String takenAddress() {
        throw lacking("an address that another machine has");
    }

    /**
     * Returns the alias of the interface in whose subnet {@link #freeAddress} lies.
     *
     * @return the alias
     */
    public String interfaceAlias() {
        throw lacking("a network interface");
    }

    /**
     * Returns whether the network sends to this node what is for an address.
     *
     * @param address without its prefix length
     * @return whether it does
     */
    public boolean receives(String address) {
        throw lacking("a look from the network");
    }

    /**
     * Makes a volume that is offline.
     *
     * @return another one at each call, its mount point too
     */
    public TestVolume volume() {
        throw lacking("a volume");
    }

    /**
     * Returns the name of a volume that does not exist.
     *
     * @return well-formed
     */
    public String missingVolume() {
        throw lacking("a volume that does not exist");
    }

    /**
     * Opens a file on a mounted volume.
     *
     * @param volume made by this fixture and mounted
     * @return closes the file
     */
    public Runnable openFileOn(TestVolume volume) {
        throw lacking("a file held open on a volume");
    }

    /**
     * Cuts the path to the disk of a volume.
     *
     * @param volume made by this fixture
     */
    public void disconnect(TestVolume volume) {
        throw lacking("a disk whose path can be cut");
    }

    /**
     * Returns a command that ends at once.
     *
     * @param code its exit code, 0 to 255
     * @return the program and its arguments
     */
    public List<String> commandThatExits(int code) {
        throw lacking("a command with an exit code");
    }

    /**
     * Returns a command that prints one line to its standard output, then one to its error output.
     *
     * @param first letters and digits
     * @param second letters and digits
     * @return the program and its arguments
     */
    public List<String> commandThatPrints(String first, String second) {
        throw lacking("a command that prints");
    }

    /**
     * Returns a command that prints each of its own arguments on a line, in brackets: {@code [a b]}.
     *
     * @param arguments what it is given
     * @return the program and its arguments
     */
    public List<String> commandThatPrintsArguments(List<String> arguments) {
        throw lacking("a command that prints its arguments");
    }

    /**
     * Returns a command that prints the value of an environment variable.
     *
     * @param variable its name
     * @return the program and its arguments
     */
    public List<String> commandThatPrintsVariable(String variable) {
        throw lacking("a command that prints its environment");
    }

    /**
     * Returns a command that prints a line, takes a time, and leaves a mark at its end.
     *
     * @param line letters and digits
     * @param time how long it takes
     * @return the command and the mark
     */
    public MarkingCommand commandThatTakes(String line, Duration time) {
        throw lacking("a command that takes its time");
    }

    /**
     * Returns a command that starts another process, which leaves a mark after a time, and waits for it.
     *
     * @param time how long the other process takes
     * @return the command and the mark
     */
    public MarkingCommand commandWhoseChildTakes(Duration time) {
        throw lacking("a command that starts another process");
    }

    /**
     * Returns a command that starts another process and ends at once with exit code 0; the other process leaves a mark after a time.
     *
     * @param time how long the other process takes
     * @return the command and the mark
     */
    public MarkingCommand commandThatLeavesAChild(Duration time) {
        throw lacking("a command that leaves another process running");
    }

    /**
     * Returns a command whose program does not exist.
     *
     * @return the program and its arguments
     */
    public List<String> missingCommand() {
        throw lacking("a command that does not exist");
    }

    /**
     * Makes a batch file that prints the value of an environment variable, and ends.
     *
     * @param variable its name
     * @param code its exit code, 0 to 255
     * @return its whole path, with a blank in it
     */
    public String scriptThatPrintsVariable(String variable, int code) {
        throw lacking("a batch file");
    }

    /**
     * Returns the path of a batch file that does not exist.
     *
     * @return a whole path
     */
    public String missingScript() {
        throw lacking("a batch file that does not exist");
    }

    /** Takes away what was made, and closes the platform where the fixture opened it. */
    @Override
    public abstract void close();
}
