@echo off
rem Measures the local run at a constant rate of requests: bin\load --help
setlocal
where node >nul 2>nul || (echo Node is missing: install Node 20 or newer 1>&2& exit /b 1)
node "%~dp0build.mjs" || exit /b
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseG1GC -Xmx1g -cp "%~dp0..\local\target\local.jar" io.github.cognitofirstlogin.local.load.Load %*
