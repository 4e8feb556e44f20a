# Whether the firewall of Windows is on, for each kind of network: what policy says goes before what was set here.

Read-Part 'service' { Get-Rows 'CIMV2' 'Win32_Service' @('State') "Name='MpsSvc'" }
Read-Part 'local' {
  $folder = 'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\'
  @{
    domain = (Get-Values ($folder + 'DomainProfile') 'EnableFirewall')
    private = (Get-Values ($folder + 'StandardProfile') 'EnableFirewall')
    public = (Get-Values ($folder + 'PublicProfile') 'EnableFirewall')
  }
}
# Policies made for Windows XP say StandardProfile for every network that is not the domain's.
Read-Part 'policy' {
  $folder = 'SOFTWARE\Policies\Microsoft\WindowsFirewall\'
  $standard = Get-Values ($folder + 'StandardProfile') 'EnableFirewall'
  # A key may be there for other settings of its profile alone.
  $private = Get-Values ($folder + 'PrivateProfile') 'EnableFirewall'
  if ($null -eq $private -or $null -eq $private['EnableFirewall']) { $private = $standard }
  $public = Get-Values ($folder + 'PublicProfile') 'EnableFirewall'
  if ($null -eq $public -or $null -eq $public['EnableFirewall']) { $public = $standard }
  @{ domain = (Get-Values ($folder + 'DomainProfile') 'EnableFirewall'); private = $private; public = $public }
}
