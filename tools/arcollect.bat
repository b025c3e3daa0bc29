@echo off
rem Drag one or more ledgers onto this file: the weekly report is written beside the first.
rem 把一个或多个应收表拖到本文件上，即在第一个表格旁边生成应收周报。
setlocal
chcp 65001 >nul
set PYTHONUTF8=1

if "%~1"=="" (
  echo Drag a ledger ^(xlsx, xls, csv^) onto this file.
  echo 请把应收表^(xlsx、xls、csv^)拖到本文件上。
  pause
  exit /b 2
)

rem The program beside this file (..\.venv), else the one on the PATH.
set "ARC=%~dp0..\.venv\Scripts\arcollect.exe"
if not exist "%ARC%" set "ARC=arcollect"

cd /d "%~dp1"
"%ARC%" report %*
set CODE=%ERRORLEVEL%
echo.
if "%CODE%"=="0" (
  echo Done: the report lies beside the ledger.  完成：报告在表格所在的文件夹。
) else if "%CODE%"=="4" (
  echo The report could not be written. Close it in Excel or WPS and try again.
  echo 报告写不进去：请先在 Excel 或 WPS 里关闭旧报告，再拖一次。
) else if "%CODE%"=="9009" (
  echo arcollect is not installed: see docs\windows.md.  尚未安装，请看 docs\windows.zh-CN.md。
)
rem A scheduled task must not wait for a key.
if not defined ARCOLLECT_UNATTENDED pause
exit /b %CODE%
