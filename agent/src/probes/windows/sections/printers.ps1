# The printers set up on this PC; no documents, no queues.

Read-Part 'printers' { Get-Rows 'CIMV2' 'Win32_Printer' 'Name', 'DriverName', 'PortName', 'Network', 'Shared', 'Default' }
