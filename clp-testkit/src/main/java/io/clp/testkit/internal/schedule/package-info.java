/** Random schedules of disturbances of a fake cluster: drawn, run, healed, judged, and made smaller where they fail. */
@NullMarked
package io.clp.testkit.internal.schedule;

import org.jspecify.annotations.NullMarked;
