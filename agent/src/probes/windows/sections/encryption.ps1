# BitLocker, volume by volume: state and method. Keys, protectors and recovery passwords are not asked for.

Read-Part 'systemDrive' { Get-SystemDrive }
Read-Part 'volumes' {
  $volumes = @()
  foreach ($volume in (Search-Wmi 'root\CIMV2\Security\MicrosoftVolumeEncryption' 'SELECT * FROM Win32_EncryptableVolume')) {
    $row = @{ DriveLetter = $volume.Properties['DriveLetter'].Value; ProtectionStatus = $volume.Properties['ProtectionStatus'].Value }
    # Methods, because Windows 7 has no properties for these two; a locked volume refuses both.
    try { $row['ConversionStatus'] = $volume.InvokeMethod('GetConversionStatus', $null, $null).Properties['ConversionStatus'].Value } catch { }
    try { $row['EncryptionMethod'] = $volume.InvokeMethod('GetEncryptionMethod', $null, $null).Properties['EncryptionMethod'].Value } catch { }
    $volumes += , $row
  }
  , $volumes
}
