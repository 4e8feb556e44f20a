# Who is logged on, as the owners of the desktops that run. Run only when an administrator turned it on.

Read-Part 'users' {
  $users = @()
  foreach ($desktop in (Search-Wmi 'root\CIMV2' "SELECT Handle FROM Win32_Process WHERE Name='explorer.exe'")) {
    $owner = $desktop.InvokeMethod('GetOwner', $null, $null)
    $users += , @{ result = $owner.Properties['ReturnValue'].Value; name = $owner.Properties['User'].Value; domain = $owner.Properties['Domain'].Value }
  }
  , $users
}
