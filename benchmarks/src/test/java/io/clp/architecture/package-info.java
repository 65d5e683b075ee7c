/** The rules of the layout as tests. They stand here because this module sees all others. */
@NullMarked
package io.clp.architecture;

import org.jspecify.annotations.NullMarked;
