/** A rehearsal as one page of HTML that needs nothing beside it: no script, no style sheet, no network. */
@NullMarked
package io.clp.rehearse.page;

import org.jspecify.annotations.NullMarked;
