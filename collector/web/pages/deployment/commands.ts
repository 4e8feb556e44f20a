/** What makes PCs join by a token, for each way of installing: which files it takes and the text to run or to save, silent. Pure. */
import { PRODUCT_VERSION } from '@somay/shared/product-version.ts'

/** Systems with the methods each knows, the usual ones first. */
export const METHODS = {
  windows: ['command', 'policy', 'stick', 'script', 'exe'],
  'windows-weak': ['command', 'stick', 'script', 'exe'],
  debian: ['command', 'stick', 'script'],
  rpm: ['command', 'stick', 'script'],
  macos: ['command'],
  installed: ['command'],
} as const
export type System = keyof typeof METHODS
export type Method = (typeof METHODS)[System][number]
export const SYSTEMS = Object.keys(METHODS) as readonly System[]

export type Installation = {
  /** To be taken from the release. */
  readonly files: readonly string[]
  /** The name under which the text is saved; absent for a command that is run as it is. */
  readonly saveAs?: string
  readonly text: string
}

const MSI = `somay-agent-${PRODUCT_VERSION}.msi`
const EXE = `somay-agent-${PRODUCT_VERSION}.exe`
const PACKAGES = {
  debian: { file: `somay-agent_${PRODUCT_VERSION}_amd64.deb`, install: (path: string) => `dpkg -i ${path}` },
  rpm: { file: `somay-agent-${PRODUCT_VERSION}-1.x86_64.rpm`, install: (path: string) => `rpm -U ${path}` },
  macos: { file: 'somay-agent.pkg', install: (path: string) => `installer -pkg ${path} -target /` },
} as const
const POLICY_KEY = 'HKLM\\Software\\Policies\\SoMay\\Agent'

/** Empty where nothing is set: then the address is the one the page came from, and agents take no updates. */
export type ToldByCollector = { readonly collectorUrl: string; readonly updateKey: string }
type Told = ToldByCollector & { readonly token: string }

/** What each option means stands in the README of `installers/windows`, `installers/linux`, `installers/macos` and in `shared/docs/agent-settings.md`. */
export function installationOf(system: System, method: Method, told: Told): Installation {
  switch (system) {
    case 'windows':
    case 'windows-weak':
      return onWindows(method, told, system === 'windows-weak')
    case 'debian':
    case 'rpm':
    case 'macos':
      return fromPackage(method, told, PACKAGES[system])
    case 'installed':
      return {
        files: [],
        text: saying(told.token, `sudo sh -c 'SOMAY_TOKEN=$(cat) exec somay-agent enrol --collector "$1"' sh '${told.collectorUrl}'`),
      }
  }
}

function onWindows(method: Method, { collectorUrl, token, updateKey }: Told, isWeak: boolean): Installation {
  const options = `COLLECTOR_URL=${collectorUrl} ENROL_TOKEN=${token}${updateKey && ` UPDATE_KEY=${updateKey}`}${isWeak ? ' MODE=scheduled' : ''}`
  // In a batch file a per cent sign is written twice.
  const fromFile = `msiexec /i "%~dp0${MSI}" /qn ${options.replaceAll('%', '%%')}`
  switch (method) {
    case 'policy': {
      const policy = (name: string, value: string) =>
        `Set-GPRegistryValue -Name 'So May' -Key '${POLICY_KEY}' -ValueName ${name} -Type String -Value '${value}' | Out-Null`
      const lines = [
        `New-GPO -Name 'So May' | Out-Null`,
        policy('collectorUrls', collectorUrl),
        policy('token', token),
        ...(updateKey ? [policy('updateKey', updateKey)] : []),
      ]
      return { files: [MSI], text: lines.join('\n') }
    }
    case 'stick':
      return { files: [MSI], saveAs: 'somay.cmd', text: ['@echo off', fromFile].join('\n') }
    case 'script': {
      // At every start of every PC: one that has the agent is left alone.
      const has = isWeak ? 'schtasks /query /tn "SoMay\\Agent"' : 'sc query SoMayAgent'
      return { files: [MSI], saveAs: 'somay.cmd', text: ['@echo off', `${has} >nul 2>&1 && exit /b 0`, fromFile].join('\n') }
    }
    case 'exe':
      return { files: [EXE], text: `${EXE} /S ${options}` }
    case 'command':
      return { files: [MSI], text: `msiexec /i ${MSI} /qn ${options}` }
  }
}

type Package = (typeof PACKAGES)[keyof typeof PACKAGES]

/**
 * sudo writes each command line and the variables before it into the system's log, and `ps` shows them to everybody: what is secret goes in by the way of input.
 * What follows stands before the input, so that a shell has read all that was pasted when sudo asks for a password.
 */
const saying = (input: string, command: string, next = '') => `${command} <<'EOF'${next && ` ${next}`}\n${input}\nEOF`

function fromPackage(method: Method, { collectorUrl, token, updateKey }: Told, { file, install }: Package): Installation {
  const settings = JSON.stringify({ collectorUrls: [collectorUrl], token, ...(updateKey && { updateKey }) })
  const placing = `sudo sh -c 'umask 077; mkdir -p /etc/somay; cat > /etc/somay/agent.json'`
  const installing = (path: string) => saying(settings, placing, `&& sudo ${install(path)}`)
  if (method === 'stick')
    return { files: [file], saveAs: 'somay.sh', text: ['#!/bin/sh', installing(`"$(dirname "$0")/${file}"`)].join('\n') }
  if (method !== 'script') return { files: [file], text: installing(file) }
  const lines = [
    '#!/bin/sh',
    'while read -r pc; do',
    `  scp ${file} "$pc:/tmp/" < /dev/null &&`,
    saying(settings, `    ssh "$pc" "${placing} && sudo ${install(`/tmp/${file}`)}"`, '|| echo "$pc: not installed"'),
    'done < pcs.txt',
  ]
  return { files: [file], saveAs: 'somay.sh', text: lines.join('\n') }
}
