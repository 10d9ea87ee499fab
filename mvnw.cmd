@echo off
rem Runs Maven: an installed one from 3.8 on, else a pinned Apache Maven release, fetched once from
rem Apache's archive, checked, and kept under the user's home.
setlocal enabledelayedexpansion

set "VERSION=3.9.11"
set "SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
set "ARCHIVE=https://archive.apache.org/dist/maven/maven-3"
if defined NEGATOSCOPE_MAVEN_ARCHIVE set "ARCHIVE=%NEGATOSCOPE_MAVEN_ARCHIVE%"
set "KEPT=%LOCALAPPDATA%\negatoscope\apache-maven-%VERSION%"
set "MAVEN="

where javac >nul 2>nul
if errorlevel 1 if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo mvnw: No JDK was found; install a JDK 17, or set JAVA_HOME to one. 1>&2
  exit /b 1
)

if defined MAVEN_HOME call :recent "%MAVEN_HOME%\bin\mvn.cmd"
if not defined MAVEN for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MAVEN call :recent "%%m"
if not defined MAVEN (
  if not exist "%KEPT%\bin\mvn.cmd" call :provide || exit /b 1
  set "MAVEN=%KEPT%\bin\mvn.cmd"
)

if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

:recent
if not exist "%~1" exit /b 0
for /f "tokens=3,4 delims=. " %%a in ('call "%~1" --version 2^>nul ^| findstr /c:"Apache Maven"') do (
  if %%a GTR 3 set "MAVEN=%~1"
  if %%a EQU 3 if %%b GEQ 8 set "MAVEN=%~1"
)
exit /b 0

:provide
set "ASIDE=%KEPT%.%RANDOM%"
set "ARCHIVED=%ASIDE%\maven.tar.gz"
mkdir "%ASIDE%" || exit /b 1
echo mvnw: Fetching Apache Maven %VERSION%, once. 1>&2
powershell -NoProfile -Command "$ProgressPreference='SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol='Tls12'; try { Invoke-WebRequest -UseBasicParsing -Uri '%ARCHIVE%/%VERSION%/binaries/apache-maven-%VERSION%-bin.tar.gz' -OutFile '%ARCHIVED%' } catch { exit 1 }"
if errorlevel 1 (
  rmdir /s /q "%ASIDE%"
  echo mvnw: Apache Maven could not be fetched from %ARCHIVE%; check the connection, or install Maven 3.8 or newer. 1>&2
  exit /b 1
)
set "FOUND="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%ARCHIVED%" SHA512') do if not defined FOUND set "FOUND=%%h"
set "FOUND=%FOUND: =%"
if /i not "%FOUND%"=="%SHA512%" (
  rmdir /s /q "%ASIDE%"
  echo mvnw: What %ARCHIVE% sent for Apache Maven %VERSION% has a wrong SHA-512; nothing was kept. 1>&2
  exit /b 1
)
tar -xzf "%ARCHIVED%" -C "%ASIDE%"
if errorlevel 1 (
  rmdir /s /q "%ASIDE%"
  echo mvnw: The archive of Apache Maven %VERSION% could not be unpacked. 1>&2
  exit /b 1
)
if not exist "%KEPT%" move "%ASIDE%\apache-maven-%VERSION%" "%KEPT%" >nul
rmdir /s /q "%ASIDE%"
exit /b 0
