package io.clp.config.internal.model;

import io.clp.monitor.HttpProbe;
import io.clp.monitor.Monitor;
import io.clp.monitor.MonitorProbe;
import java.time.Duration;
import java.util.function.Function;

/**
 * A monitor that asks a web server.
 *
 * @param id its id
 * @param watches the resource
 * @param uri what it asks
 * @param head whether it asks with HEAD
 * @param schedule when it asks
 */
public record MonitorSpec(String id, String watches, String uri, boolean head, Schedule schedule) {
    /**
     * When a monitor looks.
     *
     * @param interval between two looks
     * @param timeout of one look
     * @param failures how many are a verdict
     * @param startDelay before the first
     * @param always whether also while the group is offline
     */
    public record Schedule(Duration interval, Duration timeout, int failures, Duration startDelay, boolean always) {}

    /** Builds it. */
    public Monitor build() {
        return build(it -> it);
    }

    /** Builds it with a probe in the place of its own. */
    Monitor build(Function<HttpProbe, MonitorProbe> web) {
        HttpProbe.Builder probe = HttpProbe.builder(uri);
        return Monitor.builder(id)
                .watches(watches)
                .every(schedule.interval)
                .timeout(schedule.timeout)
                .failures(schedule.failures)
                .startDelay(schedule.startDelay)
                .timing(schedule.always ? Monitor.Timing.ALWAYS : Monitor.Timing.WHILE_ONLINE)
                .probe(web.apply((head ? probe.head() : probe).build()))
                .build();
    }

    JavaCalls java() {
        JavaCalls probe = new JavaCalls("HttpProbe.builder", uri);
        return new JavaCalls("Monitor.builder", id)
                .then("watches", watches)
                .then("every", schedule.interval)
                .then("timeout", schedule.timeout)
                .then("failures", schedule.failures)
                .then("startDelay", schedule.startDelay)
                .then("timing", new JavaCalls.Code("Monitor.Timing." + (schedule.always ? "ALWAYS" : "WHILE_ONLINE")))
                .then("probe", (head ? probe.then("head") : probe).then("build"))
                .then("build");
    }
}
