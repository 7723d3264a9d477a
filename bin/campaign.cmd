@echo off
rem Injects faults of Cognito and compares each reply with what the user pool did: bin\campaign --help
setlocal
where node >nul 2>nul || (echo Node is missing: install Node 20 or newer 1>&2& exit /b 1)
node "%~dp0build.mjs" || exit /b
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseG1GC -Xmx4g -jar "%~dp0..\proof\campaign\target\campaign.jar" %*
