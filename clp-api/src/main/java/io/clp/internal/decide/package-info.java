/**
 * What a group on one node does next: side-effect-free functions from what is known, what happened and the time to what is known then
 * and what is to be done. Reads no clock, starts nothing, touches no platform.
 */
@NullMarked
package io.clp.internal.decide;

import org.jspecify.annotations.NullMarked;
