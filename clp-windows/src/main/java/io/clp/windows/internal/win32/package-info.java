/** Declarations that mirror the Windows headers, one interface for each header or area, and only what is called. */
@NullMarked
package io.clp.windows.internal.win32;

import org.jspecify.annotations.NullMarked;
