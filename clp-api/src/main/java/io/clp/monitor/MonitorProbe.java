package io.clp.monitor;

import io.clp.resource.Probe;
import java.util.List;

/**
 * What a monitor does to find out how something is. Plain blocking code, called from any thread, and never twice at once for one monitor
 * on one node.
 */
@FunctionalInterface
public interface MonitorProbe {
    /**
     * Looks once and changes nothing.
     *
     * @param context says for whom, and how long there is
     * @return what was found: online is good, offline and failed are not, unknown is never taken for good
     * @throws InterruptedException the monitor's timeout has passed, or the monitor ends; to be let out
     * @throws Exception nothing could be found out; counts as unknown
     */
    Probe probe(MonitorContext context) throws Exception;

    /**
     * Returns what is wrong with this probe in a monitor; called when the monitor is built.
     *
     * @param monitor the monitor as far as it could be built
     * @return problems in words, each naming the field and the value; none where this is not overridden
     */
    default List<String> validate(Monitor monitor) {
        return List.of();
    }
}
