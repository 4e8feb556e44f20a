# Whether UEFI or a BIOS of the old kind started the PC, and whether Secure Boot is on.

# 1 is BIOS, 2 is UEFI; Windows 7 does not write it.
Read-Part 'firmwareType' { Get-Values 'SYSTEM\CurrentControlSet\Control' 'PEFirmwareType' }
# Windows starts from GPT disks under UEFI only, and from MBR disks under a BIOS only.
Read-Part 'systemDisk' { Get-Rows 'Microsoft\Windows\Storage' 'MSFT_Disk' 'Number', 'IsSystem', 'PartitionStyle' }
Read-Part 'state' { Get-Values 'SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled' }
# Asks the firmware itself; needs administrator rights.
Read-Part 'confirmed' { Confirm-SecureBootUEFI }
