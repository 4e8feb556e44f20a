/** The thresholds a planner sets; versioned and named where they are kept. */

const GIB = 1024 ** 3

/** Sizes in bytes, ages in days or years. */
export type Policy = {
  readonly memoryBytes: number
  readonly freeBytes: number
  readonly systemDiskSsd: boolean
  /** An update that came out longer ago than this must be in. */
  readonly patchDays: number
  /** Whether support for money counts as support. */
  readonly extendedSupport: boolean
  readonly cores: number
  readonly maxMhz: number
  /** From the register's year on; until its end a PC does not qualify for liquidation. */
  readonly usefulLifeYears: number
  /** Age alone is a reason to replace from here on; null: never. */
  readonly replaceAfterYears: number | null
  readonly batteryWornPercent: number
  readonly encryption: boolean
  /** Remedies that cost more than this part of a new PC are not worth it. */
  readonly replaceShare: number
}

/** Useful life: Thông tư 23/2023/TT-BTC. The rest is what an office program, a browser and Windows 11 ask of a PC in daily use. */
export const FIRST_POLICY: Policy = {
  memoryBytes: 8 * GIB,
  freeBytes: 20 * GIB,
  systemDiskSsd: true,
  patchDays: 30,
  extendedSupport: false,
  cores: 2,
  maxMhz: 1_000,
  usefulLifeYears: 5,
  replaceAfterYears: null,
  batteryWornPercent: 60,
  encryption: false,
  replaceShare: 0.5,
}
