/** From elements to groups: what each element of the file means here, and what is wrong with it. */
@NullMarked
package io.clp.config.internal.read;

import org.jspecify.annotations.NullMarked;
