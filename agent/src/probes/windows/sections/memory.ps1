# Memory modules, and the arrays of slots they sit in.

Read-Part 'modules' {
  Get-Rows 'CIMV2' 'Win32_PhysicalMemory' 'DeviceLocator', 'BankLabel', 'Capacity', 'MemoryType', 'SMBIOSMemoryType', 'FormFactor', 'Speed', 'ConfiguredClockSpeed', 'Manufacturer', 'SerialNumber'
}
Read-Part 'arrays' { Get-Rows 'CIMV2' 'Win32_PhysicalMemoryArray' 'Use', 'MemoryDevices', 'MaxCapacity', 'MaxCapacityEx' }
