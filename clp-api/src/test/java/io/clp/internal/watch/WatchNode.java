package io.clp.internal.watch;

import io.clp.internal.script.ScriptedPlatform;
import io.clp.internal.script.ScriptedServices;
import io.clp.internal.script.SteppedTimeline;
import io.clp.internal.service.WaitLimit;
import io.clp.time.Task;
import io.clp.watch.WatchPolicy;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node with watches, and what its listener was told. */
final class WatchNode implements WatchListener {
    final SteppedTimeline timeline = new SteppedTimeline();
    final ScriptedServices scm = new ScriptedServices(timeline);
    final NodeWatches watches = new NodeWatches(new ScriptedPlatform(scm, timeline), this);
    final List<String> told = new ArrayList<>();

    void load(String watchId, String service) throws Exception {
        load(watchId, service, WatchPolicy.defaults());
    }

    void load(String watchId, String service, WatchPolicy policy) throws Exception {
        timeline.call(() -> {
            registry().load(watchId, service, policy);
            return null;
        });
    }

    boolean kill(String watchId) throws Exception {
        return timeline.call(() -> registry().kill(watchId));
    }

    Task<Boolean> beginKill(String watchId) {
        return timeline.begin(() -> registry().kill(watchId));
    }

    Map<String, String> listed() {
        return registry().watches();
    }

    void seconds(long count) {
        timeline.advance(Duration.ofSeconds(count));
    }

    private WatchRegistry registry() {
        return watches.within(scm, timeline, WaitLimit.in(timeline, Duration.ofSeconds(20)));
    }

    @Override
    public void failed(String watchId, String service, String why) {
        told.add("failed " + watchId + " " + service + ": " + why);
    }

    @Override
    public void restarted(String watchId, String service, int count) {
        told.add("restarted " + watchId + " " + service + " " + count);
    }
}
