/** What rules decide on: a few measures of a PC, each known or unknown with its reason, cut from its facts and from the register. */
import type { FactName } from '@somay/shared/facts/index.ts'
import type { MemoryType, Nature } from '@somay/shared/text/plan.ts'
import type { Measured } from './measured.ts'

/** Stands where an end or a beginning is not in sight; texts of days compare in their order. */
export const NEVER = '9999-12-31'

/** A PC without a battery: that is known, and worn is nothing. */
export const NO_BATTERY = -1

/** Days are "2026-09-30", sizes bytes. `yearInUse` comes from the accountant's register alone; `biosYear` hints at the age and decides nothing. */
export type Measures = {
  readonly memoryBytes: Measured<number>
  /** What the system sees: less than is installed, never more. */
  readonly memoryVisibleBytes: Measured<number>
  readonly memoryFreeSlots: Measured<number>
  readonly memoryMaximumBytes: Measured<number>
  /** No module that is in can be taken out. */
  readonly memorySoldered: Measured<boolean>
  /** With modules in the free slots, and nothing taken out. */
  readonly memoryAddedBytes: Measured<number>
  readonly memoryType: Measured<MemoryType>
  readonly systemDiskKind: Measured<'ssd' | 'hdd' | 'virtual' | 'other'>
  readonly systemDiskBytes: Measured<number>
  readonly systemDiskHealth: Measured<'good' | 'warning' | 'failing'>
  readonly systemFreeBytes: Measured<number>
  readonly osFamily: Measured<'windows' | 'linux' | 'macos'>
  /** Windows that people sit at, older than Windows 11: for the others readiness asks nothing. */
  readonly mayGoToWindows11: Measured<boolean>
  /** Windows 11 that people sit at. */
  readonly onWindows11: Measured<boolean>
  /** To the next version without another licence: Windows 10 and newer but for long-term editions, Linux; unknown of macOS, which not every Mac takes. */
  readonly upgradesForFree: Measured<boolean>
  /** Of the version and edition; `NEVER` while the maker announced no end. */
  readonly supportEndsOn: Measured<string>
  /** Where support goes on for money, or for long-term contracts; equal to `supportEndsOn` where there is none. */
  readonly extendedEndsOn: Measured<string>
  /** The day on which the first update came out that this PC lacks; unknown where the table of updates holds none: one may have come out since. */
  readonly missingSince: Measured<string>
  /** It lacks nothing that came out before this day: `missingSince` where that is known, else the day of the table; `NEVER` where no update is to come. */
  readonly patchedUntil: Measured<string>
  /** By which a Windows is told from what it was before; no rule asks for them. */
  readonly windowsBuild: Measured<number>
  readonly windowsRevision: Measured<number>
  readonly windows11Processor: Measured<boolean>
  readonly bits64: Measured<boolean>
  readonly cores: Measured<number>
  readonly maxMhz: Measured<number>
  readonly tpm: Measured<'2.0' | '1.2' | 'none'>
  readonly secureBootCapable: Measured<boolean>
  readonly portable: Measured<boolean>
  readonly nature: Measured<Nature>
  readonly yearInUse: Measured<number>
  readonly biosYear: Measured<number>
  readonly batteryWornPercent: Measured<number>
  /** Some program against malware is on and its signatures are fresh. */
  readonly protectedFromMalware: Measured<boolean>
  readonly systemEncrypted: Measured<boolean>
}

export type MeasureName = keyof Measures

/** The facts all measures are cut from. */
export const MEASURED_FACTS: readonly FactName[] = [
  'memory',
  'disks',
  'usage',
  'os',
  'processor',
  'tpm',
  'secure-boot',
  'chassis',
  'system',
  'board',
  'bios',
  'battery',
  'antivirus',
  'disk-encryption',
]
