/** Tests of how scripts are read, run and judged. */
@NullMarked
package io.clp.script;

import org.jspecify.annotations.NullMarked;
