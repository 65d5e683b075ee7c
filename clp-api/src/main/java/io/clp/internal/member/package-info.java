/** The member of a cluster: a pure core that decides, and the shell that asks the coordination, the fencer and the controller. */
@NullMarked
package io.clp.internal.member;

import org.jspecify.annotations.NullMarked;
