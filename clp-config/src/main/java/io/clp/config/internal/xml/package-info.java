/** The file as characters and elements, each with its line and column: decoded, bounded, without anything external. */
@NullMarked
package io.clp.config.internal.xml;

import org.jspecify.annotations.NullMarked;
