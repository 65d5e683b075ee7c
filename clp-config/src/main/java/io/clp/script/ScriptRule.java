package io.clp.script;

/** What {@link ScriptLint} looks for. */
public enum ScriptRule {
    /** A jump or call to a label that is not there. */
    MISSING_LABEL,
    /** A label that no line jumps to and no line falls into. */
    UNREACHED_LABEL,
    /** A line that the command interpreter cannot read. */
    UNREADABLE_LINE,
    /** A script that does not end. */
    ENDLESS,
    /** An event for which a script does nothing, or does what is meant for another. */
    MISSING_BRANCH,
    /** The return of a node to the cluster starts something. */
    RECOVER_STARTS,
    /** The last thing to start fails, and the script ends with 0. */
    EXIT_CODE_LOST,
    /** START.BAT starts what STOP.BAT leaves running. */
    NEVER_STOPPED,
    /** STOP.BAT stops what START.BAT does not start. */
    NEVER_STARTED,
    /** STOP.BAT does not stop in the reverse order. */
    STOP_ORDER,
    /** STOP.BAT names another watch id than START.BAT. */
    WATCH_ID_DIFFERS,
    /** A watch id that is reserved, or that the cluster does not take. */
    WATCH_ID_INVALID,
    /** STOP.BAT of a two-way standby stops what the other group still needs. */
    RESTART_FORGOTTEN,
    /** A {@code net stop} that asks, because other services depend on this one. */
    STOP_ASKS,
    /** The name that the FTP service had before IIS 7.5. */
    OLD_FTP_NAME,
    /** A service of IIS that the cluster does not support. */
    UNSUPPORTED_SERVICE
}
