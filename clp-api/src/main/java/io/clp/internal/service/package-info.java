/** What start, stop and terminate of a Windows service mean: the rules of the Service Control Manager, and the loop that follows them. */
@NullMarked
package io.clp.internal.service;

import org.jspecify.annotations.NullMarked;
