package io.clp.internal.service;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceStatus;
import java.time.Duration;

/**
 * What a run of the rules remembers. Immutable.
 *
 * @param answer what the last act was answered
 * @param code the Windows error code of that answer
 * @param before the status before that act
 * @param moved whether the service was seen otherwise since that act
 * @param unmoved how long it was seen unchanged since that act
 * @param timeouts how often the answer was 1053
 */
record ServicePast(Answer answer, int code, ServiceStatus before, boolean moved, Duration unmoved, int timeouts) {
    /** Returns the past of a run that has done nothing yet. */
    static ServicePast none() {
        return new ServicePast(Answer.NONE, 0, ServiceStatus.notInstalled(), false, Duration.ZERO, 0);
    }

    /** Returns this past after an act. */
    ServicePast acted(ServiceStatus seen, ActResult result) {
        Answer given = Answer.of(result);
        int late = timeouts + (given == Answer.TIMED_OUT ? 1 : 0);
        return new ServicePast(given, result.windowsCode(), seen, false, Duration.ZERO, late);
    }

    /** Returns this past after a look. Progress of a pending service is no move. */
    ServicePast observed(ServiceStatus now, Duration waited) {
        boolean other = now.state() != before.state()
                || now.processId() != before.processId()
                || now.exitCode() != before.exitCode();
        return new ServicePast(answer, code, before, moved || other, unmoved.plus(waited), timeouts);
    }

    /** Returns this past after what the last answer asked for was done: the next act is free. */
    ServicePast rested() {
        return new ServicePast(Answer.NONE, 0, before, false, Duration.ZERO, timeouts);
    }
}
