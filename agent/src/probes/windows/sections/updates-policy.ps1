# Where updates come from, when Windows last looked, and whether a restart is due: all the usual places.

Read-Part 'policy' { Get-Values 'SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate' 'WUServer' }
Read-Part 'policyAu' { Get-Values 'SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU' 'UseWUServer' }
Read-Part 'lastSearchAt' { Format-Utc (New-Object -ComObject 'Microsoft.Update.AutoUpdate').Results.LastSearchSuccessDate }
Read-Part 'services' {
  $services = @()
  foreach ($service in (New-Object -ComObject 'Microsoft.Update.ServiceManager').Services) {
    $services += , @{ id = [string]$service.ServiceID; isDefault = [bool]$service.IsDefaultAUService }
  }
  , $services
}
Read-Part 'restartKeys' {
  $based = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\'
  @{
    rebootPending = (Test-Key ($based + 'RebootPending'))
    rebootInProgress = (Test-Key ($based + 'RebootInProgress'))
    packagesPending = (Test-Key ($based + 'PackagesPending'))
    rebootRequired = (Test-Key 'SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired')
  }
}
# Pairs of names: what moves where at the next start. A pair without a second name only deletes, which waits for no restart.
# Counted here, because the names may hold the name of a person.
Read-Part 'movesPending' {
  $values = Get-Values 'SYSTEM\CurrentControlSet\Control\Session Manager' 'PendingFileRenameOperations', 'PendingFileRenameOperations2'
  $moves = 0
  if ($null -ne $values) {
    foreach ($list in $values.Values) {
      $names = @($list)
      for ($at = 1; $at -lt $names.Length; $at += 2) { if ([string]$names[$at] -ne '') { $moves += 1 } }
    }
  }
  $moves
}
Read-Part 'renamePending' {
  $names = 'SYSTEM\CurrentControlSet\Control\ComputerName\'
  $active = Get-Values ($names + 'ActiveComputerName') 'ComputerName'
  $next = Get-Values ($names + 'ComputerName') 'ComputerName'
  if ($null -eq $active -or $null -eq $next) { return $null }
  [string]$active['ComputerName'] -ne [string]$next['ComputerName']
}
