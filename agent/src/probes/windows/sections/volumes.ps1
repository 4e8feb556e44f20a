# Local volumes with a letter. Type 3 leaves out network drives, which could hang, and sticks and discs, which come and go.

Read-Part 'volumes' { Get-Rows 'CIMV2' 'Win32_LogicalDisk' @('DeviceID', 'FileSystem', 'Size', 'FreeSpace') 'DriveType=3' }
Read-Part 'systemDrive' { Get-SystemDrive }
