# Runs the wanted sections side by side, each within its own time, and writes one JSON text of ASCII characters to the output.
# Reads only. Written for Windows PowerShell 2.0 to 5.1; the build puts the parts and the sections in at the two marks below.
param([string]$Sections = '', [int]$Seconds = 150)

# Where policy constrains PowerShell (AppLocker, WDAC) nothing below may run: that is said, and not worked around.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  '{"format":1,"refused":"constrained-language"}'
  exit 0
}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

# As many sections at a time: an old PC with two cores should stay usable.
$Side = 3
$PauseMilliseconds = 40

$Clock = [System.Diagnostics.Stopwatch]::StartNew()
$SectionText = @{}

$PartsText = {
# <parts>
}.ToString()

# <sections>

# The agent runs inventories at this priority too; a child would keep it anyway.
try { [System.Diagnostics.Process]::GetCurrentProcess().PriorityClass = 'Idle' } catch { }

. ([scriptblock]::Create($PartsText)) $null

function New-Job([string]$Pair) {
  $name, $limit = $Pair.Split('=')
  $job = @{ Name = $name; LimitMs = 1000 * [int]$limit; State = 'waiting'; Parts = [hashtable]::Synchronized(@{}); Failure = $null; Shell = $null; Handle = $null; StartedMs = 0 }
  if (-not $SectionText.ContainsKey($name)) { $job.State = 'missing' }
  return $job
}

function Start-Section($Job) {
  $Job.State = 'running'
  $Job.StartedMs = $Clock.ElapsedMilliseconds
  try {
    $Job.Shell = [System.Management.Automation.PowerShell]::Create()
    [void]$Job.Shell.AddScript($PartsText + "`n" + $SectionText[$Job.Name]).AddArgument($Job.Parts)
    $Job.Handle = $Job.Shell.BeginInvoke()
  } catch {
    $Job.State = 'failed'
    $Job.Failure = Get-Failure $_
  }
}

# A hung section is left behind, never waited for: stopping it could hang as well, and ending the process ends it.
function Update-Section($Job) {
  if ($Job.Handle.IsCompleted) {
    try {
      [void]$Job.Shell.EndInvoke($Job.Handle)
      $Job.State = 'done'
    } catch {
      $Job.State = 'failed'
      $Job.Failure = Get-Failure $_
    }
  } elseif (($Clock.ElapsedMilliseconds - $Job.StartedMs) -gt $Job.LimitMs) {
    $Job.State = 'timed-out'
    try { [void]$Job.Shell.BeginStop($null, $null) } catch { }
  }
}

$jobs = @()
foreach ($pair in $Sections.Split(',')) { if ($pair -ne '') { $jobs += , (New-Job $pair) } }

while ($Clock.ElapsedMilliseconds -lt 1000 * $Seconds) {
  $running = 0
  foreach ($job in $jobs) {
    if ($job.State -eq 'running') { Update-Section $job }
    if ($job.State -eq 'running') { $running += 1 }
  }
  $waiting = 0
  foreach ($job in $jobs) {
    if ($job.State -ne 'waiting') { continue }
    if ($running -lt $Side) {
      Start-Section $job
      $running += 1
    } else {
      $waiting += 1
    }
  }
  if (($running + $waiting) -eq 0) { break }
  Start-Sleep -Milliseconds $PauseMilliseconds
}

$found = @{}
foreach ($job in $jobs) {
  if ($job.State -eq 'running') { $job.State = 'timed-out' }
  if ($job.State -eq 'waiting') { $job.State = 'not-started' }
  # A copy: what was left behind may still be writing.
  $section = @{ state = $job.State; parts = $job.Parts.Clone() }
  if ($null -ne $job.Failure) { $section['failure'] = $job.Failure }
  $found[$job.Name] = $section
}

$result = @{ format = 1; powershell = $PSVersionTable.PSVersion.ToString(); sections = $found }
$json = New-Object System.Text.StringBuilder
Add-Json $result $json
[System.Console]::Out.Write($json.ToString())
[System.Console]::Out.Flush()
# Not "exit": that would wait for the sections left behind.
[System.Environment]::Exit(0)
