/** Rules of the engine, run whole over the fakes in virtual time. */
@NullMarked
package io.clp.testkit.engine;

import org.jspecify.annotations.NullMarked;
