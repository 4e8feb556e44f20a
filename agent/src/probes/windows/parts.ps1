# What every section stands on: parts that fail each for themselves, WMI rows, registry values, and JSON that no code page can spoil.
param($Out)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
# Loaded with PowerShell as a rule; by name it is there in any case.
[void][System.Reflection.Assembly]::LoadWithPartialName('System.Management')

# Type and number of an error, never its text: that is in the language of the system and may name a person's folder.
# WMI numbers come out as 80041003 and so on; COM and .NET errors as their HRESULT.
function Get-Failure($ErrorFound) {
  $exception = $ErrorFound.Exception
  $telling = $exception
  while ($null -ne $exception) {
    $telling = $exception
    if ($exception -is [System.Management.ManagementException]) { break }
    $exception = $exception.InnerException
  }
  if ($telling -is [System.Management.ManagementException]) {
    $number = [int]$telling.ErrorCode
  } else {
    $number = [System.Runtime.InteropServices.Marshal]::GetHRForException($telling)
  }
  return @{ type = $telling.GetType().FullName; code = ('{0:X8}' -f $number) }
}

# One reading of a section: it stands as soon as it was made, so that a later one that hangs takes nothing along.
function Read-Part([string]$PartName, [scriptblock]$PartBody) {
  try {
    $partValue = & $PartBody
    $Out[$PartName] = @{ value = $partValue }
  } catch {
    $Out[$PartName] = @{ failure = (Get-Failure $_) }
  }
}

function Search-Wmi([string]$Namespace, [string]$Query) {
  $search = New-Object System.Management.ManagementObjectSearcher($Namespace, $Query)
  $search.Options.Rewindable = $false
  # The comma keeps the collection whole on its way out of the function.
  return , @($search.Get())
}

# Rows of a class as tables of the properties asked for. A property this Windows does not have is left out, which is not the same as empty.
function Get-Rows([string]$Namespace, [string]$Class, [string[]]$Properties, [string]$Where = '') {
  $suffix = ''
  if ($Where -ne '') { $suffix = ' WHERE ' + $Where }
  $scope = 'root\' + $Namespace
  try {
    $objects = Search-Wmi $scope ('SELECT ' + [string]::Join(',', $Properties) + ' FROM ' + $Class + $suffix)
  } catch {
    # 80041017 is "invalid query": older systems refuse the whole query for one property they do not know.
    if ((Get-Failure $_).code -ne '80041017') { throw }
    $objects = Search-Wmi $scope ('SELECT * FROM ' + $Class + $suffix)
  }
  $rows = @()
  foreach ($object in $objects) {
    $row = @{}
    foreach ($property in $object.Properties) {
      if ($Properties -contains $property.Name) { $row[$property.Name] = $property.Value }
    }
    $rows += , $row
  }
  return , $rows
}

# Values of a key below HKEY_LOCAL_MACHINE, or nothing when there is no such key.
function Get-Values([string]$KeyPath, [string[]]$ValueNames) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($KeyPath)
  if ($null -eq $key) { return $null }
  $values = @{}
  foreach ($valueName in $ValueNames) {
    $value = $key.GetValue($valueName)
    if ($null -ne $value) { $values[$valueName] = $value }
  }
  $key.Close()
  return $values
}

function Test-Key([string]$KeyPath) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($KeyPath)
  if ($null -eq $key) { return $false }
  $key.Close()
  return $true
}

function Get-KeyNames([string]$KeyPath) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($KeyPath)
  if ($null -eq $key) { return , @() }
  $names = $key.GetSubKeyNames()
  $key.Close()
  return , $names
}

# The letter of the volume Windows runs from, such as C:, whatever the environment says.
function Get-SystemDrive {
  return [System.Environment]::SystemDirectory.Substring(0, 2)
}

# A moment as UTC text; Windows Update gives its moments in UTC without saying so.
function Format-Utc($Moment) {
  if ($null -eq $Moment) { return $null }
  return ([datetime]$Moment).ToString('yyyy-MM-ddTHH:mm:ss.000Z', [System.Globalization.CultureInfo]::InvariantCulture)
}

function Add-JsonText([string]$Text, $Target) {
  [void]$Target.Append('"')
  # Nearly every text is plain, and a loop over characters is slow on an old PC.
  if ($Text -cmatch '\A[ !#-\[\]-~]*\z') {
    [void]$Target.Append($Text).Append('"')
    return
  }
  foreach ($character in $Text.ToCharArray()) {
    $number = [int]$character
    # Quote and backslash too: everything but plain ASCII goes out by number.
    if ($number -lt 32 -or $number -gt 126 -or $number -eq 34 -or $number -eq 92) {
      [void]$Target.Append('\u').Append($number.ToString('x4'))
    } else {
      [void]$Target.Append($character)
    }
  }
  [void]$Target.Append('"')
}

# Own writer: ConvertTo-Json is missing before PowerShell 3, cuts at a depth, and writes dates and numbers as the version pleases.
function Add-Json($Value, $Target) {
  if ($null -eq $Value) {
    [void]$Target.Append('null')
  } elseif ($Value -is [bool]) {
    [void]$Target.Append($Value.ToString().ToLowerInvariant())
  } elseif ($Value -is [byte] -or $Value -is [int16] -or $Value -is [uint16] -or $Value -is [int] -or $Value -is [uint32] -or $Value -is [long] -or $Value -is [uint64]) {
    [void]$Target.Append($Value.ToString([System.Globalization.CultureInfo]::InvariantCulture))
  } elseif ($Value -is [System.Collections.IDictionary]) {
    [void]$Target.Append('{')
    $separator = ''
    foreach ($name in @($Value.Keys)) {
      [void]$Target.Append($separator)
      Add-JsonText ([string]$name) $Target
      [void]$Target.Append(':')
      Add-Json $Value[$name] $Target
      $separator = ','
    }
    [void]$Target.Append('}')
  } elseif ($Value -is [System.Collections.IEnumerable] -and -not ($Value -is [string])) {
    [void]$Target.Append('[')
    $separator = ''
    foreach ($item in $Value) {
      [void]$Target.Append($separator)
      Add-Json $item $Target
      $separator = ','
    }
    [void]$Target.Append(']')
  } else {
    Add-JsonText ([System.Convert]::ToString($Value, [System.Globalization.CultureInfo]::InvariantCulture)) $Target
  }
}
