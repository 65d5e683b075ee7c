/** A scripted Service Control Manager and a stepped timeline, for the tests of what stands on them in this module. */
@NullMarked
package io.clp.internal.script;

import org.jspecify.annotations.NullMarked;
