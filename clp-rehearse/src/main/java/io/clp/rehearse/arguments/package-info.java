/** The words of a command line. */
@NullMarked
package io.clp.rehearse.arguments;

import org.jspecify.annotations.NullMarked;
