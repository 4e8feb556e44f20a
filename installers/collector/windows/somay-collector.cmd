@echo off
rem The command line of the collector, with the settings of its service.
setlocal
chcp 65001 >nul
if /i "%~1"=="service" goto service
rem Before "service install" anybody may have put settings there; they are not read.
set "settings="
reg query HKLM\Software\SoMay\Data /v collector >nul 2>&1 || reg query HKLM\SYSTEM\CurrentControlSet\Services\SoMayCollector >nul 2>&1 || goto unclaimed
set "settings=--env-file-if-exists=%ProgramData%\SoMay\collector\collector.env"
:unclaimed
if defined SOMAY_SETTINGS set "settings=--env-file=%SOMAY_SETTINGS%"
if defined settings goto known
"%~dp0node.exe" "%~dp0dist\collector.mjs" %*
exit /b %errorlevel%
:known
"%~dp0node.exe" "%settings%" "%~dp0dist\collector.mjs" %*
exit /b %errorlevel%
:service
"%~dp0node.exe" "%~dp0service.mjs" %2 %3
exit /b %errorlevel%
