/**
 * The machine as the tests set it up and see it, without the library: its own declarations of the Windows functions that make, harm and
 * remove what a test needs.
 */
@NullMarked
package io.clp.windows.machine;

import org.jspecify.annotations.NullMarked;
