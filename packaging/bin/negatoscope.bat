@echo off
rem Starts Negatoscope from its runnable folder with Java 17 or newer.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo negatoscope: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it; set it to a JDK 17 or newer, or unset it. 1>&2
  exit /b 3
)
set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do set "VERSION=%%v"
if not defined VERSION (
  echo negatoscope: No Java was found; install a JDK 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 3
)
for /f "tokens=1 delims=." %%v in ("%VERSION%") do set "VERSION=%%v"
if %VERSION% LSS 17 (
  echo negatoscope: The Java found is version %VERSION%; Negatoscope needs Java 17 or newer. 1>&2
  exit /b 3
)
set "NEW="
if %VERSION% GEQ 24 set "NEW=--enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
"%JAVA%" %JAVA_OPTS% %NEW% ^
  --module-path "%APP%\lib\javafx" --add-modules javafx.controls ^
  --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control.inputmap=ALL-UNNAMED ^
  --add-exports javafx.graphics/com.sun.javafx.scene=ALL-UNNAMED ^
  --add-exports javafx.graphics/com.sun.javafx.scene.traversal=ALL-UNNAMED ^
  -Djava.net.useSystemProxies=true "-Dnegatoscope.app=%APP%" -cp "%APP%\lib\*" negatoscope.Negatoscope %*
exit /b %ERRORLEVEL%
