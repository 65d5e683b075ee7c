/*
 * What all stand-ins share: the folder of their state, the log of calls, and faults on demand.
 *
 * The folder is %CLP_STANDIN%, C:\clp without it. In it:
 *   calls.jsonl  one line of JSON for each stood-in call, with the fields as the headers of mingw-w64 see them;
 *                CLP_STANDIN_LOG=0 turns it off (long runs)
 *   faults       lines "Function key code count": the next count calls of the function with that key fail with the code.
 *                Key * is any; it may contain spaces; letter case does not matter. Count -1 is for ever.
 *
 * A stand-in writes:
 *
 *     struct standin_call call;
 *     standin_begin(&call, "DeleteService", name);
 *     standin_number(&call, "handle", (LONGLONG)(ULONG_PTR)service);
 *     DWORD code = standin_fault(&call);
 *     if (!code) code = delete_it(service);
 *     standin_end(&call, code);                        // logs it; keeps the last error of the thread
 *     return standin_bool(code);                       // for functions that return BOOL and set the last error
 */
#ifndef CLP_STANDIN_H
#define CLP_STANDIN_H

#include <winsock2.h>
#include <windows.h>

#define STANDIN_PATH 520
#define STANDIN_LINE 8192

/* One call on its way into the log. */
struct standin_call {
    const char *function;
    char key[1024];
    char line[STANDIN_LINE];
    int length;
    LARGE_INTEGER began;
};

/* The path of a file in the folder of the state, which is made where it is missing. path has STANDIN_PATH characters. */
void standin_path(WCHAR *path, const WCHAR *file);

/* Begins a call. The key is what faults name it by (a service, an address, a volume); NULL where it has none. */
void standin_begin(struct standin_call *call, const char *function, const WCHAR *key);

/* Fields of the call. A NULL text is logged as null. */
void standin_text(struct standin_call *call, const char *field, const WCHAR *text);
void standin_ascii(struct standin_call *call, const char *field, const char *text);
void standin_number(struct standin_call *call, const char *field, LONGLONG number);
void standin_bytes(struct standin_call *call, const char *field, const void *bytes, size_t length);

/* A list of texts, each ended by a zero, the last by two: an array of strings; null where it is NULL. */
void standin_texts(struct standin_call *call, const char *field, const WCHAR *texts);

/* The code this call is to fail with, 0 where it is not to fail. Uses up one count of the fault. */
DWORD standin_fault(const struct standin_call *call);

/* Ends a call: adds its code and how long it took, and appends it to the log. */
void standin_end(struct standin_call *call, DWORD code);

/* TRUE where the code is 0; else FALSE, and the code is the last error. */
BOOL standin_bool(DWORD code);

/* Between these two, no other process of this prefix is between them: for state that is kept in files. */
void standin_enter(void);
void standin_leave(void);

/* Reads a file of the state whole, ended by a zero; -1 where it is not there. Writes one whole; both answer its length. */
int standin_read(const WCHAR *path, char *text, int size);
BOOL standin_write(const WCHAR *path, const char *text);

/* An environment variable as a number, and what it is without it. */
DWORD standin_setting(const WCHAR *variable, DWORD otherwise);

#endif
