package io.clp.examples;

import static java.time.Duration.ofSeconds;

import io.clp.monitor.HttpProbe;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import java.util.function.IntSupplier;

/** Monitors beside those that the resources have. */
public final class Monitors {
    private Monitors() {}

    /** The site as clients see it. */
    public static Monitor site() {
        return Monitor.builder("site")
                .watches("iis") // what a verdict is on
                .every(ofSeconds(15))
                .timeout(ofSeconds(5))
                .failures(3)
                .startDelay(ofSeconds(30)) // the first request compiles the site
                .probe(HttpProbe.builder("http://10.0.0.10/health")
                        .expect(200)
                        .containing("database ok")
                        .build())
                .build();
    }

    /** Whatever code of one's own can find out. */
    public static Monitor backlog(IntSupplier messages) {
        return Monitor.builder("backlog")
                .watches("queue-manager")
                .probe(context -> {
                    int waiting = messages.getAsInt();
                    return waiting < 10_000 ? Probe.online() : Probe.failed(waiting + " messages wait");
                })
                .build();
    }
}
