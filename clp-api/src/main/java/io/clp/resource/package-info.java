/**
 * What a group consists of: the {@link io.clp.resource.Resource} SPI that users implement, its context, and the
 * resources that need nothing but the platform SPI: a switchable partition, virtual and floating IP addresses, a
 * Windows service, the scripts of an existing cluster. What an operation throws to say why it failed is here too, with
 * {@link io.clp.resource.ResourceException} on top.
 */
@NullMarked
package io.clp.resource;

import org.jspecify.annotations.NullMarked;
