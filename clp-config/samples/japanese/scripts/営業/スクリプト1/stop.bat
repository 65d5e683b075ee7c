rem *****
rem *          stop.bat
rem *****

rem *****
rem 起動要因チェック
rem *****
IF "%CLP_EVENT%" == "START" GOTO NORMAL
IF "%CLP_EVENT%" == "FAILOVER" GOTO FAILOVER

rem CLUSTERPRO Server 未動作
GOTO no_arm

Rem *****
Rem 通常終了対応処理
Rem *****
:NORMAL

rem ディスクチェック
IF "%CLP_DISK%" == "FAILURE" GOTO ERROR_DISK

Rem *****
Rem 業務通常処理
Rem *****

Rem プライオリティ チェック
IF "%CLP_SERVER%" == "OTHER" GOTO ON_OTHER1

Rem *****
Rem 最高プライオリティ での処理

ARMBCAST /MSG "最高プライオリティサーバで終了中です" /A
Rem *****
ARMKILL FTPService
ARMKILL WWWService

ARMLOAD WWWService /S W3SVC
ARMLOAD FTPService /S MSFTPSVC

Rem *****
Rem iisreset.exe を使用する場合は、ARMKILL,ARMLoadの代わりに以下のコマンドに
Rem 置き換える
Rem *****
Rem iisreset /restart

GOTO EXIT

:ON_OTHER1
rem *****
rem 最高プライオリティ 以外での処理
ARMBCAST /MSG "プライオリティサーバ以外で終了です" /A
Rem *****
ARMKILL FTPService
ARMKILL WWWService

ARMLOAD WWWService /S W3SVC
ARMLOAD FTPService /S MSFTPSVC

Rem *****
Rem iisreset.exe を使用する場合は、ARMKILL,ARMLoadの代わりに以下のコマンドに
Rem 置き換える
Rem *****
Rem iisreset /restart

GOTO EXIT

Rem *****
Rem フェイルオーバ対応処理
Rem *****
:FAILOVER

rem ディスクチェック
IF "%CLP_DISK%" == "FAILURE" GOTO ERROR_DISK

Rem *****
Rem フェイルオーバ後の業務起動ならびに復旧処理
Rem *****

Rem プライオリティ のチェック
IF "%CLP_SERVER%" == "OTHER" GOTO ON_OTHER2

Rem *****
Rem 最高プライオリティ での処理
ARMBCAST /MSG "最高プライオリティサーバで終了中です(フェイルオーバ後)" /A
Rem *****
ARMKILL FTPService
ARMKILL WWWService

ARMLOAD WWWService /S W3SVC
ARMLOAD FTPService /S MSFTPSVC

Rem *****
Rem iisreset.exe を使用する場合は、ARMKILL,ARMLoadの代わりに以下のコマンドに
Rem 置き換える

Rem *****
Rem iisreset /restart

GOTO EXIT

:ON_OTHER2
rem *****
rem 最高プライオリティ 以外での処理
ARMBCAST /MSG "プライオリティサーバ以外で終了中です(フェイルオーバ後)" /A
Rem *****
ARMKILL FTPService
ARMKILL WWWService

ARMLOAD WWWService /S W3SVC
ARMLOAD FTPService /S MSFTPSVC

Rem *****
Rem iisreset.exe を使用する場合は、ARMKILL,ARMLOADの代わりに以下のコマンドに
Rem 置き換える
Rem *****
Rem iisreset /restart

GOTO EXIT

Rem *****
Rem 例外処理
Rem *****
Rem CLUSTERPRO 未動作
:no_arm
ARMBCAST /MSG " CLUSTERPROが動作状態にありません" /A

:EXIT
exit
