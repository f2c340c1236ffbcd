@echo off
rem Runs Gradus; builds it first, on first use and when a source has changed.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "home=%root%target\launcher"
set "options=-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Dfile.encoding=UTF-8"

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
del /q "%home%\lib\*.jar" "%home%\gradus.jsa" 2>nul
copy /y "%root%graders\cli\target\gradus-cli-*.jar" "%home%\lib" >nul
copy /y "%root%graders\cli\target\libs\*.jar" "%home%\lib" >nul
rem an archive of classes makes starts faster; without it everything works as well
"%java%" -XX:ArchiveClassesAtExit="%home%\new.jsa" -Xlog:disable %options% -cp "%home%\lib\*" gradus.cli.Gradus warm-up >nul 2>&1
"%java%" -Xshare:on -XX:SharedArchiveFile="%home%\new.jsa" -cp "%home%\lib\*" -version >nul 2>&1 && move /y "%home%\new.jsa" "%home%\gradus.jsa" >nul 2>&1
echo built> "%home%\current"

:run
set "archive="
if exist "%home%\gradus.jsa" set archive="-XX:SharedArchiveFile=%home%\gradus.jsa" -Xlog:disable -Xlog:all=error:stderr
rem the optimising compiler pays only where this process itself computes for long
set "quick=-XX:TieredStopAtLevel=1"
for %%c in (certify bench demo) do if "%~1"=="%%c" set "quick="
rem the Vector API is an incubator module, and says so on every start
set "modules="
echo %* | findstr /c:"--backend vector" /c:"--backend=vector" >nul && set "modules=--add-modules jdk.incubator.vector"
"%java%" %archive% %options% %quick% %modules% -cp "%home%\lib\*" gradus.cli.Gradus %*
exit /b %errorlevel%
