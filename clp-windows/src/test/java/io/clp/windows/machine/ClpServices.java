package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import io.clp.windows.machine.TestServices.StartType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Services that run the test program clpsvc.exe, which behaves as its command line says (see its source). */
public final class ClpServices implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MATE = "Mate";

    private final TestServices scm = new TestServices();
    private final Map<String, String> commandLines = new HashMap<>();

    /** Returns the services of the machine without the library. */
    public TestServices scm() {
        return scm;
    }

    /** Installs a service that starts when asked and needs nothing; the behaviour is arguments of clpsvc. */
    public String install(String... behaviour) {
        return install(StartType.MANUAL, List.of(), behaviour);
    }

    /** Installs a service. */
    public String install(StartType startType, List<String> needs, String... behaviour) {
        return installAs(newName(), startType, needs, behaviour);
    }

    /** Installs a service under a given name. */
    public String installAs(String name, StartType startType, List<String> needs, String... behaviour) {
        String line = quoted(Places.program("clpsvc.exe").toString()) + " -dir "
                + quoted(Places.state().toString()) + " -name " + name + " " + String.join(" ", behaviour) + " -with "
                + name + MATE;
        forget(name);
        scm.install(name, line, startType, needs);
        commandLines.put(name, line);
        return name;
    }

    /**
     * Installs a stand-in for a service of IIS (see the source of iis.exe). Never on a machine that may have IIS itself.
     *
     * @param name W3SVC, which serves the files of the folder at port 80, or any other service, which only runs
     * @param folder where its files are
     */
    public void installIis(String name, String folder) {
        if (!Places.standIns()) {
            throw PlatformFixture.lacking("a machine whose IIS may be replaced");
        }
        scm.install(
                name,
                quoted(Places.program("iis.exe").toString()) + " -name " + name + " -root " + folder,
                StartType.MANUAL,
                List.of());
    }

    /** Installs and starts the service that shares the process of a running one; each can have one such mate. */
    public String startMateOf(String name) {
        String mate = name + MATE;
        forget(mate);
        scm.install(mate, commandLines.get(name), StartType.MANUAL, List.of());
        commandLines.put(mate, commandLines.get(name));
        scm.start(mate);
        Waiting.until(mate + " runs", () -> scm.running(mate));
        if (scm.processId(mate) != scm.processId(name)) {
            throw PlatformFixture.lacking(
                    "services that share a process: its control manager gives each a process of its own");
        }
        return mate;
    }

    /** Installs a service anew, with another behaviour; it is stopped. */
    public void replace(String name, String... behaviour) {
        scm.remove(name);
        installAs(name, StartType.MANUAL, List.of(), behaviour);
    }

    /** Lets go on what hangs. */
    public void release(String name) {
        try {
            Files.createFile(releaseOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a name that no service has. */
    public String newName() {
        return "ClpTest" + ProcessHandle.current().pid() + "n" + NUMBER.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            scm.close();
        } finally {
            commandLines.keySet().forEach(ClpServices::forget);
            commandLines.clear();
        }
    }

    private static void forget(String name) {
        try {
            Files.deleteIfExists(releaseOf(name));
            Files.deleteIfExists(Places.state().resolve(name + ".events"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path releaseOf(String name) {
        return Places.state().resolve(name + ".release");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
