/** What the IIS resource promises, by the guide and by the recorded behaviour of its scripts. */
@NullMarked
package io.clp.iis;

import org.jspecify.annotations.NullMarked;
