@echo off
rem Searches for inputs that break the function: bin\fuzz --help
setlocal
where node >nul 2>nul || (echo Node is missing: install Node 20 or newer 1>&2& exit /b 1)
node "%~dp0build.mjs" || exit /b
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -jar "%~dp0..\proof\fuzz\target\fuzz.jar" %*
