/** Tests of the platform SPI over the drivers. */
@NullMarked
package io.clp.windows.internal.platform;

import org.jspecify.annotations.NullMarked;
