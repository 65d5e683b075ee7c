/** What was read, as values that can be built and printed as code. */
@NullMarked
package io.clp.config.internal.model;

import org.jspecify.annotations.NullMarked;
