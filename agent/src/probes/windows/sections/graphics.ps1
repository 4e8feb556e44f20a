# Graphics adapters, with their memory as the driver wrote it into the registry: AdapterRAM of WMI has 32 bits and lies from 4 GB up.

Read-Part 'controllers' {
  Get-Rows 'CIMV2' 'Win32_VideoController' 'Name', 'AdapterCompatibility', 'DriverVersion', 'PNPDeviceID'
}
Read-Part 'drivers' {
  $drivers = @()
  foreach ($controller in (Get-Rows 'CIMV2' 'Win32_VideoController' 'PNPDeviceID')) {
    $device = $controller['PNPDeviceID']
    if ($null -eq $device) { continue }
    $place = Get-Values ('SYSTEM\CurrentControlSet\Enum\' + $device) 'Driver'
    if ($null -eq $place -or $null -eq $place['Driver']) { continue }
    $driver = Get-Values ('SYSTEM\CurrentControlSet\Control\Class\' + $place['Driver']) 'HardwareInformation.qwMemorySize'
    if ($null -eq $driver) { continue }
    $driver['PNPDeviceID'] = $device
    $drivers += , $driver
  }
  , $drivers
}
