# Installed programs from both views of the registry. Run only when an administrator turned it on; product keys are not touched.

Read-Part 'programs' {
  $programs = @()
  foreach ($folder in 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall', 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall') {
    foreach ($name in (Get-KeyNames $folder)) {
      $program = Get-Values ($folder + '\' + $name) 'DisplayName', 'DisplayVersion', 'Publisher', 'InstallDate', 'SystemComponent', 'ParentKeyName'
      if ($null -ne $program -and $null -ne $program['DisplayName']) { $programs += , $program }
    }
  }
  , $programs
}
