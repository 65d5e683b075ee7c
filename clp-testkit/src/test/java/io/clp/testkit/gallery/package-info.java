/** Wrong variants of the library's decisions, and how soon the simulation finds each. */
@NullMarked
package io.clp.testkit.gallery;

import org.jspecify.annotations.NullMarked;
