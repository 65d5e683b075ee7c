package io.clp.benchmarks.windows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Winsvc;
import io.clp.FailoverGroup;
import io.clp.StartCause;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceContext;
import io.clp.resource.ServiceHandle;
import io.clp.resource.ServiceResource;
import io.clp.windows.WindowsPlatform;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * Starts and stops a service for as long as a node may live, and sees whether anything is held on to. Prints a row of a table.
 *
 * <p>Needs a process of its own whose heap neither grows nor shrinks ({@code -Xms} and {@code -Xmx} the same, {@code -XX:+AlwaysPreTouch}),
 * and without the second compiler ({@code -XX:TieredStopAtLevel=1}): else their doings hide what is looked for. Deletes the service, {@code clp-quick}, that was made for it.
 *
 * <p>Exit code 0 where everything was given back, 1 otherwise.
 */
public final class StartsAndStops {
    private static final String SERVICE = "clp-quick";
    /** From there on everything has been loaded and compiled that will be. */
    private static final int FIRST_COUNTED = 1_000;

    private static final int SHOWN = 250;

    private static final double GROWTH_LIMIT_MIB = 2;
    private static final double MIB = 1 << 20;

    private StartsAndStops() {}

    /**
     * Runs it.
     *
     * @param arguments how many starts and stops, more than 1,000
     * @throws InterruptedException nobody interrupts it
     */
    public static void main(String[] arguments) throws InterruptedException {
        int calls = Integer.parseInt(arguments[0]);
        if (calls <= FIRST_COUNTED) {
            throw new IllegalArgumentException("more than " + FIRST_COUNTED + " starts and stops are needed: " + calls);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean givenBack;
        try (WindowsPlatform platform = WindowsPlatform.open()) {
            ServiceHandle service = handle(platform);
            cycles(service, FIRST_COUNTED);
            int handles = OwnProcess.handles();
            double size = settledMib();
            cycles(service, calls - FIRST_COUNTED);
            int handlesMore = OwnProcess.handles() - handles;
            double mibMore = settledMib() - size;
            delete();
            // The Service Control Manager keeps a deleted service for as long as anybody has it open.
            boolean gone = platform.services().query(SERVICE).state() == ServiceState.NOT_INSTALLED;
            givenBack = handlesMore <= 0 && gone && mibMore < GROWTH_LIMIT_MIB;
            out.println(String.format(
                    Locale.ROOT,
                    "| %,d starts and stops: from call %,d on | no handle more; under 2 MiB resident more | %+d handles, the service's %s; %+.2f MiB | |",
                    calls,
                    FIRST_COUNTED,
                    handlesMore,
                    gone ? "all closed" : "NOT ALL CLOSED",
                    mibMore));
        }
        System.exit(givenBack ? 0 : 1);
    }

    private static ServiceHandle handle(WindowsPlatform platform) {
        FailoverGroup group = FailoverGroup.builder("measured")
                .nodes(platform.info().computerName(), "elsewhere")
                .resource(ServiceResource.builder("service").service(SERVICE).build())
                .build();
        return ResourceContext.builder(platform, group, "service")
                .startCause(StartCause.START)
                .limit(Duration.ofHours(4))
                .build()
                .service(SERVICE);
    }

    /** Shows the course of it too, where people look and no table is read: a leak grows steadily, the rest comes to an end. */
    private static void cycles(ServiceHandle service, int calls) throws InterruptedException {
        for (int i = 1; i <= calls; i++) {
            service.start();
            service.stop();
            if (i % SHOWN == 0) {
                System.err.printf(Locale.ROOT, "after %,d more: %.2f MiB resident%n", i, settledMib());
            }
        }
    }

    /** After a collection: what the collector has not come to is no leak. */
    private static double settledMib() {
        System.gc();
        return OwnProcess.residentBytes() / MIB;
    }

    private static void delete() {
        int delete = 0x1_0000;
        try (W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT);
                var service = manager.openService(SERVICE, delete)) {
            if (!Advapi32.INSTANCE.DeleteService(service.getHandle())) {
                throw new IllegalStateException("the service cannot be deleted");
            }
        }
    }
}
