/** Where groups belong and what is to be done about it: pure, from what is known of the cluster to a plan. */
@NullMarked
package io.clp.internal.plan;

import org.jspecify.annotations.NullMarked;
