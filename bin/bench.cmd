@echo off
rem Measures how long a first login takes: bin\bench --help
setlocal
where node >nul 2>nul || (echo Node is missing: install Node 20 or newer 1>&2& exit /b 1)
node "%~dp0build.mjs" || exit /b
node "%~dp0..\proof\bench\bench.mjs" %*
