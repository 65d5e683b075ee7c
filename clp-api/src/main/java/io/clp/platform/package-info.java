/**
 * The platform SPI: what the library asks of a node. Each method is one act or one observation; waiting, retrying and deciding live
 * above it. A platform is implemented on Windows and, in the test kit, in memory; both pass the same contract suite.
 */
@NullMarked
package io.clp.platform;

import org.jspecify.annotations.NullMarked;
