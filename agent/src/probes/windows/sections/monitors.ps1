# The monitors that are connected, with the block in which each tells of itself (EDID).

Read-Part 'monitors' {
  $monitors = @()
  foreach ($monitor in (Get-Rows 'wmi' 'WmiMonitorID' 'InstanceName', 'ManufacturerName', 'ProductCodeID', 'SerialNumberID', 'UserFriendlyName', 'YearOfManufacture', 'Active')) {
    # WMI adds _0 to the name under which the device stands in the registry.
    $device = [string]$monitor['InstanceName'] -replace '_\d+$', ''
    $block = Get-Values ('SYSTEM\CurrentControlSet\Enum\' + $device + '\Device Parameters') 'EDID'
    if ($null -ne $block) { $monitor['EDID'] = $block['EDID'] }
    $monitors += , $monitor
  }
  , $monitors
}
