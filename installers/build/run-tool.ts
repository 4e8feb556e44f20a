/** Runs a program that a build needs, and says which package of the system brings it when it is not there. */
import { spawn } from 'node:child_process'

const PACKAGES: Readonly<Record<string, string>> = {
  gcab: 'gcab',
  msibuild: 'msitools',
  makensis: 'nsis',
  'x86_64-w64-mingw32-gcc': 'gcc-mingw-w64-x86-64',
  'x86_64-w64-mingw32-g++-posix': 'g++-mingw-w64-x86-64',
  'x86_64-w64-mingw32-dlltool': 'binutils-mingw-w64-x86-64',
  'x86_64-w64-mingw32-windres': 'binutils-mingw-w64-x86-64',
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  osslsigncode: 'osslsigncode',
}

/** Throws with what the program said when it fails. */
export async function runTool(command: string, args: readonly string[], options: { readonly cwd?: string } = {}): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const from = PACKAGES[command]
      reject(error.code === 'ENOENT' ? new Error(`${command} is not installed${from ? `: install the package ${from}` : ''}.`) : error)
    })
    child.on('close', resolve)
  })
  const text = Buffer.concat(said).toString()
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${text.slice(-4_000)}`)
  return text
}
