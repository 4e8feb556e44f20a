# The processors. Only these properties: the load percentage alone would cost a second for each socket.

Read-Part 'processors' {
  Get-Rows 'CIMV2' 'Win32_Processor' 'Name', 'Manufacturer', 'Description', 'NumberOfCores', 'NumberOfLogicalProcessors', 'MaxClockSpeed', 'Architecture', 'DataWidth'
}
Read-Part 'registry' { Get-Values 'HARDWARE\DESCRIPTION\System\CentralProcessor\0' 'ProcessorNameString', 'VendorIdentifier', 'Identifier' }
