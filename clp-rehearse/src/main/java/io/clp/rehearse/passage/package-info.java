/** What happened to a group from one rest to the next, as a table with time bars. */
@NullMarked
package io.clp.rehearse.passage;

import org.jspecify.annotations.NullMarked;
