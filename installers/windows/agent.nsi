; Carries the MSI for those without group policy: hands it every word of its own command line and gives back its answer.
;   somay-agent.exe /S COLLECTOR_URL=https://... ENROL_TOKEN=...     installs without a click
;   somay-agent.exe /S /uninstall [PURGE=1]                          removes
; Without /S Windows Installer shows its progress.
Unicode true
Target amd64-unicode
RequestExecutionLevel admin
SetCompressor /SOLID zlib
SetCompress off ; the MSI is packed already
Name "So May Agent"
OutFile "${OUT}"
SilentInstall silent
AutoCloseWindow true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "So May Agent"
VIAddVersionKey "FileDescription" "So May Agent"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"

!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include StrFunc.nsh
${StrRep}

Var said
Var silent
Var removes

; Takes a word out of what was said, wherever it stands, and says whether it was there.
!macro take word into
  StrCpy ${into} ""
  ${StrRep} $R0 " $said " " ${word} " " "
  ${If} $R0 != " $said "
    StrCpy ${into} "1"
    StrCpy $said $R0
  ${EndIf}
!macroend

Section
  InitPluginsDir
  SetOutPath "$PLUGINSDIR"
  File "/oname=somay-agent.msi" "${MSI}"
  ${GetParameters} $said
  !insertmacro take "/S" $silent
  !insertmacro take "/uninstall" $removes
  StrCpy $R1 "/i"
  ${If} $removes == "1"
    StrCpy $R1 "/x"
  ${EndIf}
  StrCpy $R2 "/qb"
  ${If} $silent == "1"
    StrCpy $R2 "/qn"
  ${EndIf}
  ExecWait '"$SYSDIR\msiexec.exe" $R1 "$PLUGINSDIR\somay-agent.msi" $R2 /norestart $said' $R3
  SetErrorLevel $R3
SectionEnd
