# Batteries, what they were made to hold, hold now, and how often they were charged.

Read-Part 'batteries' { Get-Rows 'CIMV2' 'Win32_Battery' 'DeviceID', 'Name', 'DesignCapacity', 'FullChargeCapacity' }
Read-Part 'made' { Get-Rows 'wmi' 'BatteryStaticData' 'InstanceName', 'DeviceName', 'ManufactureName', 'DesignedCapacity', 'Capabilities' }
Read-Part 'full' { Get-Rows 'wmi' 'BatteryFullChargedCapacity' 'InstanceName', 'FullChargedCapacity' }
Read-Part 'cycles' { Get-Rows 'wmi' 'BatteryCycleCount' 'InstanceName', 'CycleCount' }
