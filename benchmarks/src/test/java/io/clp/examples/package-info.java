/** What users write: definitions of groups, tests of failover logic, a resource of one's own. The README quotes from here. */
@NullMarked
package io.clp.examples;

import org.jspecify.annotations.NullMarked;
