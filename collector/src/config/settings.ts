/** The collector's settings: defaults < environment < flags, one schema, refused with a sentence when wrong. */
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'

export const SettingsSchema = Type.Object({
  port: Type.Integer({ minimum: 0, maximum: 65_535, description: 'port to listen on; 0 lets the system choose' }),
  host: Type.String({ minLength: 1, description: 'address to listen on' }),
  dataFolder: Type.String({ minLength: 1, description: 'folder of the ledger' }),
  database: Type.String({ description: 'postgres://... to serve from PostgreSQL; empty for SQLite in the data folder' }),
  logLevel: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { description: 'how much to log' }),
  timeZone: Type.String({ minLength: 1, description: 'time zone in which days are counted' }),
  contactSeconds: Type.Integer({ minimum: 10, maximum: 604_800, description: 'seconds between the check-ins of an agent' }),
  silentDays: Type.Integer({ minimum: 1, maximum: 3_650, description: 'days without a word after which a PC is silent' }),
  adminPassword: Type.String({ description: 'makes the user admin with this password when there is no administrator yet' }),
  publicUrl: Type.String({ description: 'address people and agents use, when it differs from host and port' }),
})

export type Settings = Static<typeof SettingsSchema>
export type SettingName = keyof Settings

export const DEFAULTS: Settings = {
  port: 8420,
  host: '127.0.0.1',
  dataFolder: './data',
  database: '',
  logLevel: 'info',
  timeZone: 'Asia/Ho_Chi_Minh',
  contactSeconds: 900,
  silentDays: 30,
  adminPassword: '',
  publicUrl: '',
}

/** Environment variable of each setting. */
export const ENVIRONMENT: Readonly<Record<SettingName, string>> = {
  port: 'SOMAY_PORT',
  host: 'SOMAY_HOST',
  dataFolder: 'SOMAY_DATA',
  database: 'SOMAY_DATABASE',
  logLevel: 'SOMAY_LOG_LEVEL',
  timeZone: 'SOMAY_TIME_ZONE',
  contactSeconds: 'SOMAY_CONTACT_SECONDS',
  silentDays: 'SOMAY_SILENT_DAYS',
  adminPassword: 'SOMAY_ADMIN_PASSWORD',
  publicUrl: 'SOMAY_PUBLIC_URL',
}

const validator = Compile(SettingsSchema)

const MEANING = SettingsSchema.properties as Readonly<Record<string, { description?: string }>>

export class SettingRefused extends Error {}

/** Flags arrive as text under the setting's name. Throws SettingRefused with a sentence that names the setting and where it came from. */
export function readSettings(
  flags: Readonly<Partial<Record<SettingName, string>>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings: Record<string, unknown> = { ...DEFAULTS }
  const origins: Record<string, string> = {}
  for (const name of Object.keys(DEFAULTS) as SettingName[]) {
    const fromFlag = flags[name]
    const given = fromFlag ?? environment[ENVIRONMENT[name]]
    if (given === undefined) continue
    origins[name] = fromFlag === undefined ? `environment variable ${ENVIRONMENT[name]}` : `flag --${kebab(name)}`
    settings[name] = typeof DEFAULTS[name] === 'number' && /^\d+$/.test(given) ? Number(given) : given
  }
  if (!validator.Check(settings)) {
    const [first] = validator.Errors(settings)
    const name = first?.instancePath.slice(1) ?? ''
    throw new SettingRefused(
      `The setting "${name}" (${MEANING[name]?.description}) ${first?.message}; it came from ${origins[name] ?? 'the defaults'} as "${settings[name]}".`,
    )
  }
  refuseUnknownTimeZone(settings.timeZone as string, origins.timeZone)
  return settings
}

function refuseUnknownTimeZone(timeZone: string, origin: string | undefined): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new SettingRefused(`The setting "timeZone" must be a name such as Asia/Ho_Chi_Minh; it came from ${origin} as "${timeZone}".`)
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
