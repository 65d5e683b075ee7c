package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * The library as it is used: a group on a controller. Each operation has a deadline, is probed after it went offline, and stands in the
 * report; nobody listens, and the log has warnings only, as that of the peers.
 */
final class EngineOrchestrator implements Orchestrator {
    private final FailoverGroup group;
    private final GroupController controller;

    EngineOrchestrator(Workload workload, ExecutorService unused) {
        unused.shutdown();
        QuietLog.begin();
        group = group(workload);
        controller =
                GroupController.builder(new TimelinePlatform()).groups(group).build();
    }

    @Override
    public void start() {
        controller.start(group, StartCause.START);
    }

    @Override
    public void stop() {
        controller.stop(group, StopCause.GROUP_STOP);
    }

    @Override
    public void close() {
        controller.close();
    }

    /** Returns a group whose resources are the steps, each dependent on all steps of the tier before. */
    static FailoverGroup group(Workload workload) {
        FailoverGroup.Builder builder = FailoverGroup.builder("benchmark").nodes("SV1");
        String[] before = {};
        int number = 0;
        for (List<Step> tier : workload.tiers()) {
            String[] names = new String[tier.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = "step-" + ++number;
                String[] dependencies = before;
                builder.resource(
                        new StepResource(ResourceId.of(names[i]), tier.get(i)), it -> it.dependsOn(dependencies));
            }
            before = names;
        }
        return builder.build();
    }
}
