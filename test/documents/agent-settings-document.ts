/** Writes shared/docs/agent-settings.md from the agent's settings: what each is for, its form, where it may come from. */
import { INSTALLED_KEY, PLACED_FILE, POLICY_KEY, SECRET_KEY } from '#agent/config/placed-settings.ts'
import type { Setting } from '#agent/config/setting.ts'
import { defaultSettings, SETTING_NAMES, SETTINGS, type SettingName } from '#agent/config/settings.ts'

/** Depends on who runs the agent and on which system; told in words. */
const FOLDERS =
  'Windows: `%ProgramData%\\SoMay\\agent`; Linux: `/var/lib/somay-agent` for root, else `~/.local/state/somay-agent`; macOS as root: `/Library/Application Support/SoMay/agent`'

export function agentSettingsDocument(): string {
  const parts = [
    '# Settings of the agent',
    'Written from `agent/src/config/settings.ts` by `npm run docs`; do not edit.',
    [
      'A setting is taken from the last of these that has it:',
      '',
      '1. the default',
      '2. `settings.json` in the state folder: a JSON object of names and values',
      `3. what an administrator placed: on Windows values of the registry key \`${INSTALLED_KEY}\`, where the MSI writes what it was told (the secret ones in \`${SECRET_KEY}\`), and above them those of \`${POLICY_KEY}\` (text or DWORD, as a group policy writes them); elsewhere the JSON object in \`${PLACED_FILE}\``,
      '4. the environment',
      '5. the command line',
    ].join('\n'),
    'A wrong value stops the agent with exit code 2 and a sentence that names the setting, its place and what is expected. What is placed but cannot be read stops it too: an agent without its orders would report to nobody. An agent given a state folder by environment or flag is a trial beside the one the administrator means, and leaves out what is placed.',
    'In the registry, in the environment and on the command line the items of a list are separated by commas, and a list of objects is written as JSON.',
    ...SETTING_NAMES.map(section),
  ]
  return `${parts.join('\n\n')}\n`
}

function section(name: SettingName): string {
  const { purpose, expects, environment, flag, secret }: Setting = SETTINGS[name]
  const value = defaultSettings({}, false)[name]
  const standard = name === 'stateFolder' ? FOLDERS : value === undefined ? 'unset' : `\`${value}\``
  return [
    `## ${name}`,
    '',
    `${purpose.vi} ${purpose.en}`,
    '',
    `- Expects: ${expects.vi} / ${expects.en}`,
    `- Default: ${standard}`,
    ...(environment ? [`- Environment: \`${environment}\``] : []),
    ...(flag ? [`- Flag: \`--${flag}\``] : []),
    ...(secret ? ['- Secret: never shown back'] : []),
  ].join('\n')
}
