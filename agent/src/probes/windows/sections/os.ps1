# Which Windows this is, to the number of its last update, and when it was started.

Read-Part 'currentVersion' {
  Get-Values 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'ProductName', 'DisplayVersion', 'ReleaseId', 'EditionID', 'CurrentBuild', 'CurrentBuildNumber', 'UBR', 'InstallDate', 'InstallationType', 'CSDVersion'
}
Read-Part 'operatingSystem' {
  Get-Rows 'CIMV2' 'Win32_OperatingSystem' 'Caption', 'Version', 'BuildNumber', 'InstallDate', 'LastBootUpTime', 'ProductType', 'TotalVisibleMemorySize'
}
# As written for all users; OSArchitecture of WMI is in the language of the system.
Read-Part 'architecture' { Get-Values 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment' 'PROCESSOR_ARCHITECTURE' }
