@echo off
rem Runs Gradus; builds it first, on first use and when a source has changed.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "home=%root%target\launcher"

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo gradus: found no Java. Install a JDK, version 17 or newer, or set JAVA_HOME to one. 1>&2
    exit /b 1
)
"%java%" --list-modules 2>nul | findstr /b "jdk.compiler" >nul
if errorlevel 1 (
    echo gradus: needs a JDK, version 17 or newer, and not only the runtime. Set JAVA_HOME to one. 1>&2
    exit /b 1
)

set "stale=1"
if exist "%home%\current" powershell -NoProfile -Command "$t = (Get-Item $env:home\current).LastWriteTime; foreach ($p in 'reference','graders','problem-sets') { if (Get-ChildItem (Join-Path $env:root $p) -Recurse | Where-Object { ($_.FullName -like '*\src\main\*' -or $_.Name -eq 'pom.xml') -and $_.LastWriteTime -gt $t } | Select-Object -First 1) { exit 1 } }; exit 0" && set "stale="
if not defined stale goto run

where mvn >nul 2>&1
if errorlevel 1 (
    echo gradus: found no Maven. Install Maven, version 3.8 or newer, and put mvn on the PATH. 1>&2
    exit /b 1
)
echo gradus: building (only on first use and when sources changed) ... 1>&2
if not exist "%home%\lib" mkdir "%home%\lib"
pushd "%root%"
call mvn -B -Dmaven.test.skip=true -Djacoco.skip=true -pl graders/cli -am package > "%home%\build.log" 2>&1 || call mvn -B -Dmaven.test.skip=true -Djacoco.skip=true -Dgradus.withoutSkeletons -pl graders/cli -am package > "%home%\build.log" 2>&1
if errorlevel 1 (
    popd
    type "%home%\build.log" 1>&2
    echo gradus: the build failed; Maven's output is above. 1>&2
    exit /b 1
)
popd
del /q "%home%\lib\*.jar" 2>nul
copy /y "%root%graders\cli\target\gradus-cli-*.jar" "%home%\lib" >nul
copy /y "%root%graders\cli\target\libs\*.jar" "%home%\lib" >nul
echo built> "%home%\current"

:run
rem the Vector API is an incubator module, and says so on every start
set "modules="
echo %* | findstr /c:"--backend vector" /c:"--backend=vector" >nul && set "modules=--add-modules jdk.incubator.vector"
"%java%" -XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8 %modules% -cp "%home%\lib\*" gradus.cli.Gradus %*
exit /b %errorlevel%
