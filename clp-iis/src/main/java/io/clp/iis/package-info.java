/** IIS as a resource of a failover group: the ways to start and stop it that the guide gives, and room for others. */
@NullMarked
package io.clp.iis;

import org.jspecify.annotations.NullMarked;
