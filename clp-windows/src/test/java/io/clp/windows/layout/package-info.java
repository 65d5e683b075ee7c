/** How our declarations lie in memory, compared with what a C compiler makes of the headers of mingw-w64. */
@NullMarked
package io.clp.windows.layout;

import org.jspecify.annotations.NullMarked;
