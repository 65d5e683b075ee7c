/** What a cluster does in which situation, as files that people read: {@code src/test/resources/io/clp/testkit/scenarios}. */
@NullMarked
package io.clp.testkit.scenarios;

import org.jspecify.annotations.NullMarked;
