/** What happened to a group from one rest to the next, as a table with time bars. */
@NullMarked
package io.clp.benchmarks.passage;

import org.jspecify.annotations.NullMarked;
