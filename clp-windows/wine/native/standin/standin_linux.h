/* The Linux side of Wine, for stand-ins whose effect is to be real: programs of Linux, and paths as Linux sees them. */
#ifndef CLP_STANDIN_LINUX_H
#define CLP_STANDIN_LINUX_H

#include "standin.h"

#define LINUX_OUTPUT 16384

/*
 * Runs a shell script in the network namespace of this process and waits for its end. The arguments, at most 8 and ended by a NULL,
 * are $1, $2... of the script. What it prints goes to output, which has LINUX_OUTPUT characters. Answers the exit code, -1 where
 * the script could not be run or did not end in time.
 */
int linux_run(const char *script, const char *const *arguments, char *output, DWORD limit_ms);

/* Starts a shell script and goes on; a script that ends soon by itself. */
BOOL linux_start(const char *script, const char *const *arguments);

/* The path of a file as Linux sees it, FALSE where it has none. */
BOOL linux_path(const WCHAR *path, char *unix_path, int size);

#endif
