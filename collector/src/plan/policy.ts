/** What the ledger plans by until somebody writes a policy. */
import type { Policy } from '@somay/shared/api/policies.ts'

export type { Policy } from '@somay/shared/api/policies.ts'

const GIB = 1024 ** 3

/** Groups I-VI have a desktop and a laptop each, groups VII-VIII one machine: Quyết định 15/2025/QĐ-TTg, from 01/07/2025. */
const LEADER_PCS = 2

/** Useful life: Thông tư 23/2023/TT-BTC. The rest is what an office program, a browser and Windows 11 ask of a PC in daily use. */
export const FIRST_POLICY: Policy = {
  memoryBytes: 8 * GIB,
  freeBytes: 20 * GIB,
  systemDiskSsd: true,
  patchDays: 30,
  extendedSupport: false,
  windows11: false,
  cores: 2,
  maxMhz: 1_000,
  usefulLifeYears: 5,
  replaceAfterYears: 0,
  batteryWornPercent: 60,
  encryption: false,
  replaceSharePercent: 50,
  // As one province has it.
  centralQuantity: 100,
  centralDong: 1_000_000_000,
  leaderPcs: LEADER_PCS,
}

/** A policy as it was kept: a threshold that came later asks for nothing in it. The staff norm holds whatever a policy says of it. */
export function keptPolicy(kept: object): Policy {
  return { windows11: false, leaderPcs: LEADER_PCS, ...kept } as Policy
}
