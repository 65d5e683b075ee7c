/* The Linux side of Wine, for stand-ins whose effect is to be real: programs of Linux, and paths as Linux sees them. */
#ifndef CLP_STANDIN_LINUX_H
#define CLP_STANDIN_LINUX_H

#include "standin.h"

#define LINUX_OUTPUT 16384
#define LINUX_ARGUMENTS 8

/*
 * Runs a shell script in the namespaces of this process and waits for its end. The arguments, at most LINUX_ARGUMENTS and ended by a
 * NULL, are $1, $2... of the script; nothing is split at spaces. What it prints goes to output, which has LINUX_OUTPUT characters;
 * what it leaves in the background must print nothing. Answers the exit code, -1 where the script could not be run.
 */
int linux_run(const char *script, const char *const *arguments, char *output);

/* The path of a file as Linux sees it, FALSE where it has none. */
BOOL linux_path(const WCHAR *path, char *unix_path, int size);

#endif
