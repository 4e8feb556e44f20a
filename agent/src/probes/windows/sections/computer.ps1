# What the maker wrote into the PC (SMBIOS), the system's own id, and how the firmware started it.

Read-Part 'computerSystem' {
  Get-Rows 'CIMV2' 'Win32_ComputerSystem' 'Manufacturer', 'Model', 'SystemFamily', 'Domain', 'PartOfDomain', 'Workgroup', 'TotalPhysicalMemory', 'HypervisorPresent'
}
Read-Part 'product' { Get-Rows 'CIMV2' 'Win32_ComputerSystemProduct' 'Vendor', 'Name', 'IdentifyingNumber', 'UUID' }
Read-Part 'board' { Get-Rows 'CIMV2' 'Win32_BaseBoard' 'Manufacturer', 'Product', 'Version', 'SerialNumber' }
Read-Part 'bios' { Get-Rows 'CIMV2' 'Win32_BIOS' 'Manufacturer', 'SMBIOSBIOSVersion', 'ReleaseDate', 'SerialNumber' }
Read-Part 'enclosure' { Get-Rows 'CIMV2' 'Win32_SystemEnclosure' 'ChassisTypes', 'Manufacturer', 'SerialNumber', 'SMBIOSAssetTag' }
Read-Part 'machineGuid' { Get-Values 'SOFTWARE\Microsoft\Cryptography' 'MachineGuid' }
