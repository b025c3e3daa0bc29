@echo off
rem Drag one or more ledgers onto this file: the weekly report is written beside the first.
rem The code page comes first, so that the Chinese lines below are read as UTF-8.
chcp 65001 >nul
setlocal
set PYTHONUTF8=1

if "%~1"=="" (
  echo Drag a ledger ^(xlsx, xls, csv^) onto this file.
  echo 请把应收表（xlsx、xls、csv）拖到本文件上。
  if not defined ARCOLLECT_UNATTENDED pause
  exit /b 2
)

rem The program installed beside this folder, else the one on the PATH.
set "ARC=%~dp0..\.venv\Scripts\arcollect.exe"
if not exist "%ARC%" set "ARC=arcollect"

pushd "%~dp1"
"%ARC%" report %*
set CODE=%ERRORLEVEL%
popd
echo.
if "%CODE%"=="0" (
  echo Done: the report lies beside the ledger.
  echo 完成：报告在应收表所在的文件夹里。
) else if "%CODE%"=="4" (
  echo The report could not be written. Close it in Excel or WPS and try again.
  echo 报告写不进去：请先在 Excel 或 WPS 里关闭旧报告，再拖一次。
) else if "%CODE%"=="9009" (
  echo arcollect is not installed: see docs\windows.md.
  echo 尚未安装，请看 docs\windows.zh-CN.md。
)
rem A scheduled task must not wait for a key.
if not defined ARCOLLECT_UNATTENDED pause
exit /b %CODE%
