/** What carries out the steps of an {@link io.clp.iis.IisControl} on a node, and observes IIS there. */
@NullMarked
package io.clp.iis.internal;

import org.jspecify.annotations.NullMarked;
