/** Drivers: one native call, one method, and the code it returned turned into a typed outcome. No loop and no policy. */
@NullMarked
package io.clp.windows.internal.driver;

import org.jspecify.annotations.NullMarked;
