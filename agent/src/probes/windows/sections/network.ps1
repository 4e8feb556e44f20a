# Network adapters with their MAC and IP addresses. Names of Wi-Fi networks are not asked for anywhere here.

Read-Part 'adapters' {
  Get-Rows 'CIMV2' 'Win32_NetworkAdapter' 'Index', 'InterfaceIndex', 'GUID', 'Name', 'NetConnectionID', 'NetConnectionStatus', 'MACAddress', 'PhysicalAdapter', 'PNPDeviceID', 'Speed'
}
# Windows 8 and newer: tells hardware from software, and the MAC burnt in from one set later.
Read-Part 'hardware' {
  Get-Rows 'StandardCimv2' 'MSFT_NetAdapter' 'InterfaceGuid', 'HardwareInterface', 'Virtual', 'Hidden', 'NdisPhysicalMedium', 'InterfaceType', 'PermanentAddress', 'MediaConnectState'
}
Read-Part 'configurations' { Get-Rows 'CIMV2' 'Win32_NetworkAdapterConfiguration' @('Index', 'IPAddress') 'IPEnabled=TRUE' }
# Tells lasting addresses from those drawn anew every day.
Read-Part 'addresses' { Get-Rows 'StandardCimv2' 'MSFT_NetIPAddress' 'InterfaceIndex', 'IPAddress', 'SuffixOrigin' }
