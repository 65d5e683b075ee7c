/** The rules that definitions are checked by: names, addresses, dependencies, and groups against each other. Pure functions. */
@NullMarked
package io.clp.internal.definition;

import org.jspecify.annotations.NullMarked;
