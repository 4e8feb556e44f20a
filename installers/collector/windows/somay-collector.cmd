@echo off
rem The command line of the collector, with the settings of its service.
setlocal
chcp 65001 >nul
if /i "%~1"=="service" goto service
"%~dp0node.exe" "--env-file-if-exists=%ProgramData%\SoMay\collector\collector.env" "%~dp0dist\collector.mjs" %*
exit /b %errorlevel%
:service
"%~dp0node.exe" "%~dp0service.mjs" %2
exit /b %errorlevel%
