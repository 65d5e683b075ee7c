/** What a user of the test kit writes. */
@NullMarked
package io.clp.testkit.examples;

import org.jspecify.annotations.NullMarked;
