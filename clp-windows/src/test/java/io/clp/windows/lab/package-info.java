/** What the Wine lab needs to know about a run of the integration tests: who ran, what was called, and whether that is enough. */
package io.clp.windows.lab;
