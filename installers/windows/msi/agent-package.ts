/** What the MSI of the agent does to a PC, as rows of Windows Installer's tables: files, service, settings in the registry, upgrade and removal. Pure. */
import { ADMIN_SEQUENCE, ADVERTISE_SEQUENCE, executeSequence, UI_SEQUENCE } from './sequences.ts'
import type { Database, Row } from './tables.ts'
import { digest, isOfWindow, windowFeature } from './window-feature.ts'

export type PackagedFile = {
  /** As it is named on the PC; with its folders, when it lies below the agent's own. */
  readonly name: string
  readonly sizeBytes: number
  /** Of the file itself, "24.21.0.0", where it bears one. */
  readonly version?: string
}

export type AgentPackage = {
  /** Three numbers, "1.4.0". */
  readonly version: string
  readonly files: readonly PackagedFile[]
  /** Of these very contents: the same version built from others is another product, which takes the place of this one. */
  readonly productCode: string
  /** A GUID in braces for a name, the same for the same name. */
  readonly guidOf: (name: string) => string
}

/** The same for ever: by it Windows knows that one version follows another. */
export const UPGRADE_CODE = '{7C1B4C3E-53B5-4A0D-9A46-2F6E1D0B7A11}'
export const SERVICE_NAME = 'SoMayAgent'
const SERVICE_HOST = 'somay-service.exe'
/** Only system and administrators: what lies here says who the PC is. Inherited from nowhere, handed on to everything inside. */
const PRIVATE_FOLDER = 'O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
const PRIVATE_KEY = 'O:BAG:BAD:PAI(A;CIOI;KA;;;SY)(A;CIOI;KA;;;BA)'

const HKLM = 2
const SETTINGS_KEY = 'SOFTWARE\\SoMay\\Agent'
const SECRET_KEY = `${SETTINGS_KEY}\\Secret`
const INSTALLED_KEY = 'SOFTWARE\\SoMay\\Installed'

/**
 * Properties of the command line, and the setting of the agent that each becomes (shared/docs/agent-settings.md). Windows Installer writes
 * every registry value it sets into its log: secret ones are written by a custom action whose command line it hides.
 */
const SETTINGS = [
  { property: 'COLLECTOR_URL', setting: 'collectorUrls' },
  { property: 'ENROL_TOKEN', setting: 'token', isSecret: true },
  { property: 'UNIT_CODE', setting: 'unitCode' },
  { property: 'PROXY', setting: 'proxy', isSecret: true },
  { property: 'CA_FILE', setting: 'caFile' },
  { property: 'UPDATE_KEY', setting: 'updateKey' },
] as const

/** How it is installed, kept like settings though the agent knows nothing of them. */
const CHOICES = ['MODE', 'WINDOW'] as const

const SIXTY_FOUR_BIT = 256
const REGISTRY_KEY_PATH = 4
const PERMANENT = 16
const SEARCH_64 = 2 + 16
const DEFERRED_BY_SYSTEM = 1024 + 2048
/** Run only when what follows it in the script fails. */
const ON_ROLLBACK = 256
const RUN_INSTALLED_FILE = 18
const SET_PROPERTY = 51
const GOES_ON_AFTER_FAILURE = 64
const HIDDEN_COMMAND = 8192

const isSecret = (one: (typeof SETTINGS)[number]) => 'isSecret' in one
const OPEN_SETTINGS = SETTINGS.filter((one) => !isSecret(one))
const SECRET_SETTINGS = SETTINGS.filter(isSecret)
const settingsKeyOf = (one: (typeof SETTINGS)[number]) => (isSecret(one) ? SECRET_KEY : SETTINGS_KEY)
const keptOf = (property: string) => `KEPT_${property}`

/** The key of a file in the tables and in the cabinet: names of folders would be too long, and hold signs that no key may. */
export function fileKey(name: string, guidOf: (name: string) => string): string {
  return name.includes('/') ? `Window_${digest(guidOf(name))}` : name.replaceAll('-', '_')
}

export function agentPackage({ version, files, productCode, guidOf }: AgentPackage): Database {
  const keyOf = (name: string) => fileKey(name, guidOf)
  const window = windowFeature({ files, guidOf, keyOf })
  const plain = files.filter((file) => file.name !== SERVICE_HOST && !isOfWindow(file))
  const component = (name: string, directory: string, attributes: number, keyPath?: string, condition?: string): Row => [
    name,
    guidOf(name),
    directory,
    attributes | SIXTY_FOUR_BIT,
    condition,
    keyPath,
  ]
  const components: readonly Row[] = [
    ...plain.map(({ name }) => component(`File_${keyOf(name)}`, 'INSTALLDIR', 0, keyOf(name))),
    component('ServiceHost', 'INSTALLDIR', 0, keyOf(SERVICE_HOST), 'MODE <> "scheduled"'),
    // What the PC was given is kept when the agent goes: an agent that comes back is the same PC. PURGE=1 takes it too.
    component('Data', 'DATADIR', PERMANENT),
    component('Mode', 'TARGETDIR', REGISTRY_KEY_PATH, 'Mode'),
    component('WindowAsked', 'TARGETDIR', REGISTRY_KEY_PATH, 'WindowAsked', 'WINDOW'),
    component('SecretKey', 'TARGETDIR', REGISTRY_KEY_PATH, 'SecretKey'),
    ...OPEN_SETTINGS.map(({ property, setting }) => component(`Setting_${setting}`, 'TARGETDIR', REGISTRY_KEY_PATH, setting, property)),
  ]
  return {
    Property: [
      ['ProductName', 'So May Agent'],
      ['ProductVersion', version],
      ['ProductCode', productCode],
      ['ProductLanguage', '1033'],
      ['Manufacturer', 'So May'],
      ['UpgradeCode', UPGRADE_CODE],
      ['ALLUSERS', '1'],
      // A condition has no other way to name it; no command line can set a property whose name is not in capitals.
      ['Quote', '"'],
      ['ARPNOMODIFY', '1'],
      ['ARPNOREPAIR', '1'],
      ['MSIRESTARTMANAGERCONTROL', 'Disable'],
      ['SecureCustomProperties', ['OLDERFOUND', 'NEWERFOUND', ...SETTINGS.map(({ property }) => property), ...CHOICES, 'PURGE'].join(';')],
      ['MsiHiddenProperties', SECRET_SETTINGS.flatMap(({ property }) => [property, keptOf(property)]).join(';')],
    ],
    Directory: [
      ['TARGETDIR', undefined, 'SourceDir'],
      ['ProgramFiles64Folder', 'TARGETDIR', '.'],
      ['VendorFolder', 'ProgramFiles64Folder', 'SoMay'],
      ['INSTALLDIR', 'VendorFolder', 'Agent'],
      ['CommonAppDataFolder', 'TARGETDIR', '.'],
      ['DataVendorFolder', 'CommonAppDataFolder', 'SoMay'],
      ['DATADIR', 'DataVendorFolder', 'agent'],
      ...window.tables.Directory,
    ],
    Component: [...components, ...window.tables.Component],
    Feature: [['Agent', undefined, 'Agent', undefined, 1, 1, 'INSTALLDIR', 16], ...window.tables.Feature],
    FeatureComponents: [...components.map(([name]): Row => ['Agent', name]), ...window.tables.FeatureComponents],
    Condition: window.tables.Condition,
    Shortcut: window.tables.Shortcut,
    File: files.map(({ name, sizeBytes, version: own }, place) => [
      keyOf(name),
      name === SERVICE_HOST ? 'ServiceHost' : window.componentOf(name),
      `${shortName(name, place)}|${name.slice(name.lastIndexOf('/') + 1)}`,
      sizeBytes,
      own,
      own === undefined ? undefined : '0',
      undefined,
      place + 1,
    ]),
    Media: [[1, files.length, undefined, '#agent.cab', undefined, undefined]],
    CreateFolder: [['DATADIR', 'Data']],
    Registry: [
      ['Mode', HKLM, INSTALLED_KEY, 'mode', '[MODE]', 'Mode'],
      ['WindowAsked', HKLM, INSTALLED_KEY, 'window', '[WINDOW]', 'WindowAsked'],
      ...window.tables.Registry,
      // What the runner of updates goes by.
      ['Version', HKLM, INSTALLED_KEY, 'version', '[ProductVersion]', 'Mode'],
      ['Folder', HKLM, INSTALLED_KEY, 'folder', '[INSTALLDIR]', 'Mode'],
      ['Code', HKLM, INSTALLED_KEY, 'code', '[ProductCode]', 'Mode'],
      ['SecretKey', HKLM, SECRET_KEY, '*', undefined, 'SecretKey'],
      ...OPEN_SETTINGS.map(({ property, setting }): Row => [setting, HKLM, SETTINGS_KEY, setting, `[${property}]`, `Setting_${setting}`]),
    ],
    // An upgrade keeps what it is not told anew.
    AppSearch: [
      ['WINDOWS10', 'Windows10'],
      [keptOf('MODE'), 'KeptMode'],
      [keptOf('WINDOW'), 'KeptWindow'],
      ...SETTINGS.map(({ property, setting }): Row => [keptOf(property), `Kept_${setting}`]),
    ],
    RegLocator: [
      ['Windows10', HKLM, 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 'CurrentMajorVersionNumber', SEARCH_64],
      ['KeptMode', HKLM, INSTALLED_KEY, 'mode', SEARCH_64],
      ['KeptWindow', HKLM, INSTALLED_KEY, 'window', SEARCH_64],
      ...SETTINGS.map((one): Row => [`Kept_${one.setting}`, HKLM, settingsKeyOf(one), one.setting, SEARCH_64]),
    ],
    LaunchCondition: [
      [
        'NOT NEWERFOUND',
        'A newer version of the So May agent is installed. It was left as it is. / May da co phien ban moi hon; khong thay doi gi.',
      ],
      // Node 24 asks for Windows 10 or Windows Server 2016.
      [
        'Installed OR WINDOWS10',
        'The So May agent needs Windows 10, Windows Server 2016 or later. / Can Windows 10, Windows Server 2016 tro len.',
      ],
      ['MODE = "" OR MODE = "service" OR MODE = "scheduled"', 'MODE is service or scheduled. / MODE la service hoac scheduled.'],
      ...[...SETTINGS.map(({ property }) => property), ...CHOICES].map(
        (property): Row => [`Installed OR NOT (${property} >< Quote)`, `${property} holds a double quote. / ${property} co dau nhay kep.`],
      ),
      ['WINDOW = "" OR WINDOW = "0" OR WINDOW = "1" OR WINDOW = "logon"', 'WINDOW is 0, 1 or logon. / WINDOW la 0, 1 hoac logon.'],
    ],
    Upgrade: [
      [UPGRADE_CODE, undefined, version, undefined, 512, undefined, 'OLDERFOUND'],
      [UPGRADE_CODE, version, undefined, undefined, 2, undefined, 'NEWERFOUND'],
    ],
    CustomAction: [
      ...[...SETTINGS.map(({ property }) => property), ...CHOICES].map(
        (property): Row => [`Keep_${property}`, SET_PROPERTY, property, `[${keptOf(property)}]`],
      ),
      ['UsualMode', SET_PROPERTY, 'MODE', 'service'],
      [
        'ClaimData',
        RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + GOES_ON_AFTER_FAILURE,
        'node.exe',
        '"[INSTALLDIR]setup.mjs" claim-data "[KEPT_MODE]"',
      ],
      [
        'KeepSecrets',
        RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + HIDDEN_COMMAND,
        'node.exe',
        `"[INSTALLDIR]setup.mjs" keep-secrets ${SECRET_SETTINGS.map(({ property, setting }) => `"${setting}=[${property}]"`).join(' ')}`,
      ],
      ['Configure', RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + GOES_ON_AFTER_FAILURE, 'node.exe', '"[INSTALLDIR]setup.mjs" configure'],
      ['Schedule', RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM, 'node.exe', '"[INSTALLDIR]setup.mjs" schedule'],
      ['ScheduleAgain', RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + ON_ROLLBACK, 'node.exe', '"[INSTALLDIR]setup.mjs" schedule'],
      ['Unschedule', RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + GOES_ON_AFTER_FAILURE, 'node.exe', '"[INSTALLDIR]setup.mjs" unschedule'],
      ['Purge', RUN_INSTALLED_FILE + DEFERRED_BY_SYSTEM + GOES_ON_AFTER_FAILURE, 'node.exe', '"[INSTALLDIR]setup.mjs" purge'],
    ],
    // 16: a process of its own; 2: at start; 0x8000: without it the installation fails.
    ServiceInstall: [
      [
        'Service',
        SERVICE_NAME,
        'So May Agent',
        16,
        2,
        0x8000,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'ServiceHost',
        'Reports hardware, patch level and internet connectivity of this PC to the collector of its agency.',
      ],
    ],
    // 2 and 32: stopped before it is replaced or removed, 128: deleted when removed, each waited for; 1: started, and an old PC that is slow about it is no failure.
    ServiceControl: [
      ['StopService', SERVICE_NAME, 2 + 32 + 128, undefined, 1, 'ServiceHost'],
      ['StartService', SERVICE_NAME, 1, undefined, 0, 'ServiceHost'],
    ],
    // 3: later than what people wait for. The rest of its configuration is set by setup.mjs.
    MsiServiceConfig: [['Delayed', SERVICE_NAME, 1 + 4, 3, '1', 'ServiceHost']],
    MsiLockPermissionsEx: [
      ['DataPermissions', 'DATADIR', 'CreateFolder', PRIVATE_FOLDER, undefined],
      ['SecretPermissions', 'SecretKey', 'Registry', PRIVATE_KEY, undefined],
    ],
    InstallExecuteSequence: executeSequence([...SETTINGS.map(({ property }) => property), ...CHOICES]),
    InstallUISequence: UI_SEQUENCE,
    AdminExecuteSequence: ADMIN_SEQUENCE,
    AdvtExecuteSequence: ADVERTISE_SEQUENCE,
  }
}

/** Of eight and three letters, the same nowhere else in the folder. */
function shortName(name: string, place: number): string {
  return `F${place}.${(name.split('.').at(-1) ?? '').slice(0, 3).toUpperCase()}`
}
