# Physical disks, which of them Windows runs from, and what they say of their health.

# Windows 8 and newer; it alone tells SSDs from spinning disks.
Read-Part 'physical' {
  Get-Rows 'Microsoft\Windows\Storage' 'MSFT_PhysicalDisk' 'DeviceId', 'FriendlyName', 'Model', 'SerialNumber', 'AdapterSerialNumber', 'Size', 'MediaType', 'BusType', 'HealthStatus', 'SpindleSpeed'
}
Read-Part 'drives' {
  Get-Rows 'CIMV2' 'Win32_DiskDrive' 'Index', 'DeviceID', 'Model', 'SerialNumber', 'Size', 'InterfaceType', 'MediaType', 'PNPDeviceID', 'Status'
}
Read-Part 'systemPartitions' {
  $partitions = Search-Wmi 'root\CIMV2' ("ASSOCIATORS OF {Win32_LogicalDisk.DeviceID='" + (Get-SystemDrive) + "'} WHERE AssocClass=Win32_LogicalDiskToPartition")
  $indexes = @()
  foreach ($partition in $partitions) { $indexes += $partition.Properties['DiskIndex'].Value }
  , $indexes
}
# What the disk's own watch (SMART) predicts; needs administrator rights, and many drivers do not pass it on.
Read-Part 'predictions' { Get-Rows 'wmi' 'MSStorageDriver_FailurePredictStatus' 'InstanceName', 'PredictFailure' }
