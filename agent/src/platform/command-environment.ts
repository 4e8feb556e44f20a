/** Which file a command's name stands for and what it may see: fixed folders and variables of the system, nothing of the agent's own. */
import { win32 } from 'node:path'

type Variables = Readonly<Record<string, string | undefined>>

export type CommandEnvironment = { readonly file: string; readonly env: Record<string, string> }

const UNIX_PATH = '/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin:/run/current-system/sw/bin'
/**
 * Taken over on Windows: without them PowerShell and COM do not start or do not find themselves. Node adds of itself
 * what Windows programs cannot do without (USERPROFILE, USERNAME and the like), whatever is given here.
 */
const WINDOWS_VARIABLES = [
  'SystemDrive',
  'ComSpec',
  'ProgramData',
  'ALLUSERSPROFILE',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'CommonProgramFiles',
  'OS',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
]

/** An absolute path stays as it is. */
export function commandEnvironment(file: string, platform: NodeJS.Platform, variables: Variables): CommandEnvironment {
  return platform === 'win32' ? onWindows(file, variables) : onUnix(file)
}

// Never the inherited PATH: an agent run as root must not start what somebody else put there. C.UTF-8 would keep names readable
// too, but old systems lack it; C is everywhere and parsers expect its words. No HOME: it would bring that person's settings
// (rpm reads ~/.rpmmacros) into what is read.
function onUnix(file: string): CommandEnvironment {
  return { file: file, env: { PATH: UNIX_PATH, LC_ALL: 'C', LANG: 'C' } }
}

/** A whole path, because Windows looks for a bare name in the current folder first. */
function onWindows(file: string, variables: Variables): CommandEnvironment {
  // Windows tells its variables apart without case; a plain object of them does not.
  const plain = new Map(Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value]))
  const windows = plain.get('systemroot') ?? 'C:\\Windows'
  const system = `${windows}\\System32`
  const powershell = `${system}\\WindowsPowerShell\\v1.0`
  const kept = WINDOWS_VARIABLES.flatMap((name) => {
    const value = plain.get(name.toLowerCase())
    return value === undefined ? [] : [[name, value] as const]
  })
  const folder = file.toLowerCase() === 'powershell.exe' ? powershell : system
  return {
    file: win32.isAbsolute(file) ? file : `${folder}\\${file}`,
    env: {
      ...Object.fromEntries(kept),
      SystemRoot: windows,
      windir: windows,
      PATH: [system, windows, `${system}\\Wbem`, powershell].join(';'),
      PATHEXT: '.COM;.EXE',
      // Only modules that came with Windows: a person's own could take the place of a cmdlet.
      PSModulePath: `${powershell}\\Modules`,
      // The machine's, not a person's: PowerShell writes a file of one line there to learn what policy allows.
      TEMP: `${windows}\\Temp`,
      TMP: `${windows}\\Temp`,
    },
  }
}
