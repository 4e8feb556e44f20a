/** The commands that make PCs join by a token, a way of installing each: silent, ready to be copied. Pure. */
import { PRODUCT_VERSION } from '@somay/shared/product-version.ts'

/** The usual one first. */
export const WAYS = ['msi', 'scheduled', 'exe', 'policy', 'stick', 'debian', 'installed'] as const
export type Way = (typeof WAYS)[number]

const MSI = `somay-agent-${PRODUCT_VERSION}.msi`
const POLICY_KEY = 'HKLM\\Software\\Policies\\SoMay\\Agent'

/** What each option means stands in `installers/windows/README.md`, `installers/linux/README.md` and `shared/docs/agent-settings.md`. */
export function enrolCommands(collectorUrl: string, token: string): Readonly<Record<Way, string>> {
  const told = `COLLECTOR_URL=${collectorUrl} ENROL_TOKEN=${token}`
  const policy = (name: string, value: string) =>
    `Set-GPRegistryValue -Name 'So May' -Key '${POLICY_KEY}' -ValueName ${name} -Type String -Value '${value}' | Out-Null`
  return {
    msi: `msiexec /i ${MSI} /qn ${told}`,
    scheduled: `msiexec /i ${MSI} /qn ${told} MODE=scheduled`,
    exe: `somay-agent-${PRODUCT_VERSION}.exe /S ${told}`,
    policy: [`New-GPO -Name 'So May' | Out-Null`, policy('collectorUrls', collectorUrl), policy('token', token)].join('\n'),
    // In a batch file a per cent sign is written twice.
    stick: ['@echo off', `msiexec /i "%~dp0${MSI}" /qn ${told.replaceAll('%', '%%')}`].join('\n'),
    debian: `sudo COLLECTOR_URL='${collectorUrl}' ENROL_TOKEN='${token}' dpkg -i somay-agent_${PRODUCT_VERSION}_amd64.deb`,
    installed: `sudo somay-agent enrol --collector '${collectorUrl}' --token '${token}'`,
  }
}
