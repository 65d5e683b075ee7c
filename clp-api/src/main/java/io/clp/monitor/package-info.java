/** Monitors: how often something of a group is looked at while it is online, and how many bad findings are a verdict. */
@NullMarked
package io.clp.monitor;

import org.jspecify.annotations.NullMarked;
