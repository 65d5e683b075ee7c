/**
 * The platform on Windows: services, addresses and volumes of the node this process runs on. Native code stays in here; no
 * native type is visible to users.
 */
@NullMarked
package io.clp.windows;

import org.jspecify.annotations.NullMarked;
