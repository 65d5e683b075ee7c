/** What calls on groups answer: operations, failures, the critical path, and their text for people. Values and pure functions. */
@NullMarked
package io.clp.internal.report;

import org.jspecify.annotations.NullMarked;
