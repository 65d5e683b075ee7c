package io.clp.benchmarks;

/** Scripts with the branches of the guide's, for one group: IIS by ARMLOAD in one-way standby. */
final class GuideScripts {
    private static final String HEAD = """
            rem ****
            rem *          %s
            rem ****

            rem ****
            rem check of the cause
            rem ****
            IF "%%CLP_EVENT%%" == "START" GOTO NORMAL
            IF "%%CLP_EVENT%%" == "FAILOVER" GOTO FAILOVER
            IF "%%CLP_EVENT%%" == "RECOVER" GOTO EXIT

            rem CLUSTERPRO Server not in operation
            GOTO no_arm
            """;

    private static final String BRANCH = """

            rem ****
            rem %1$s
            rem ****
            :%1$s

            rem check of the disk
            IF "%%CLP_DISK%%" == "FAILURE" GOTO ERROR_DISK

            rem check of the priority
            IF "%%CLP_SERVER%%" == "OTHER" GOTO OTHER_%1$s

            rem ****
            rem on the highest priority
            ARMBCAST /MSG "%2$s on the highest priority server" /A
            rem ****
            %3$s

            rem ****
            rem to use iisreset.exe, write the next command for ARMLOAD
            rem ****
            rem iisreset %4$s
            GOTO EXIT

            :OTHER_%1$s
            rem ****
            rem on another than the highest priority
            ARMBCAST /MSG "%2$s on a server other than the priority server" /A
            rem ****
            %3$s

            rem ****
            rem to use iisreset.exe, write the next command for ARMLOAD
            rem ****
            rem iisreset %4$s
            GOTO EXIT
            """;

    private static final String END = """

            rem ****
            rem exceptions
            rem ****
            :ERROR_DISK
            ARMBCAST /MSG "connecting the switchable partition failed" /A
            GOTO EXIT

            :no_arm
            ARMBCAST /MSG "CLUSTERPRO is not in operation" /A

            :EXIT
            exit
            """;

    private GuideScripts() {}

    /** Returns the script that starts; no other group has the same. */
    static String start(String group) {
        String work = "ARMLOAD WWWService /S W3SVC\nrem with IIS6.0 write MSFTPSVC for ftpsvc in the next line\n"
                + "ARMLOAD FTPService /S ftpsvc";
        return of("start.bat", group + " starts", work, "/restart");
    }

    /** Returns the script that stops; no other group has the same. */
    static String stop(String group) {
        return of("stop.bat", group + " stops", "ARMKILL FTPService\nARMKILL WWWService", "/stop");
    }

    private static String of(String name, String message, String work, String reset) {
        String text = HEAD.formatted(name)
                + BRANCH.formatted("NORMAL", message, work, reset)
                + BRANCH.formatted("FAILOVER", message + " after failover", work, reset)
                + END;
        return text.replace("\n", "\r\n");
    }
}
