/**
 * What a group consists of: the {@link io.clp.resource.Resource} SPI that users implement, its context, and the resources that need
 * nothing but the platform SPI.
 */
@NullMarked
package io.clp.resource;

import org.jspecify.annotations.NullMarked;
