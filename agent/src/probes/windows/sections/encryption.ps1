# BitLocker, volume by volume: state and method. Keys, protectors and recovery passwords are not asked for.

Read-Part 'systemDrive' { Get-SystemDrive }
# Type 3 leaves out sticks, which come and go.
Read-Part 'fixed' { Get-Rows 'CIMV2' 'Win32_LogicalDisk' @('DeviceID') 'DriveType=3' }
Read-Part 'volumes' {
  $volumes = @()
  foreach ($volume in (Search-Wmi 'root\CIMV2\Security\MicrosoftVolumeEncryption' 'SELECT * FROM Win32_EncryptableVolume')) {
    $row = @{ DriveLetter = $volume.Properties['DriveLetter'].Value; ProtectionStatus = $volume.Properties['ProtectionStatus'].Value }
    # Methods, because Windows 7 has no properties for these two; a locked volume refuses both.
    # Only an answer that ends with 0 fills in the rest of it.
    foreach ($asked in 'ConversionStatus', 'EncryptionMethod') {
      try {
        $answer = $volume.InvokeMethod('Get' + $asked, $null, $null)
        if ($answer.Properties['ReturnValue'].Value -eq 0) { $row[$asked] = $answer.Properties[$asked].Value }
      } catch { }
    }
    $volumes += , $row
  }
  , $volumes
}
