/** A full new report of 20 kB: every fact, 150 programs, 60 updates, different for every PC. */
import { FACTS } from '#shared/facts/index.ts'
import type { Report } from '#shared/report.ts'
import { known, makeReport } from '../make-report.ts'

const PROGRAMS = 150
const UPDATES = 60
const NAMES = [
  'Microsoft Visual C++ Redistributable (x64)',
  'LibreOffice',
  'UniKey',
  '7-Zip',
  'Google Chrome',
  'Zalo',
  'Foxit Reader',
  'MISA',
]
const PUBLISHERS = ['Microsoft Corporation', 'The Document Foundation', 'Igor Pavlov', 'Google LLC']

export function fullReport(pc: number): Report {
  const [disk] = (FACTS.disks.example as { disks: object[] }).disks
  const [volume] = (FACTS.volumes.example as { volumes: object[] }).volumes
  const [adapter] = (FACTS['network-adapters'].example as { adapters: object[] }).adapters
  const mac = pc
    .toString(16)
    .padStart(6, '0')
    .replace(/(..)(..)(..)/, 'b8:ca:3a:$1:$2:$3')
  return makeReport({
    takenAt: Date.now(),
    samples: [{ at: new Date().toISOString(), state: 'internet', latencyMs: 12 }],
    facts: {
      system: known('system', {
        hostName: `PC-${pc}`,
        serial: `SN${pc}X`,
        uuid: `4c4c4544-0058-4b10-8032-${pc.toString(16).padStart(12, '0')}`,
      }),
      board: known('board', { serial: `BS${pc}X` }),
      chassis: known('chassis', { serial: `SN${pc}X` }),
      volumes: known('volumes', { volumes: [{ ...volume, sizeBytes: 64 * 1024 ** 3 + pc * 4_096 }] }),
      disks: known('disks', { disks: [{ ...disk, serial: `DS${pc}X` }] }),
      'network-adapters': known('network-adapters', { adapters: [{ ...adapter, mac }] }),
      os: known('os', { installedAt: new Date(Date.UTC(2021, 0, 1) + pc * 60_000).toISOString() }),
      usage: known('usage', {
        lastBootAt: new Date(Date.UTC(2026, 0, 1) + pc * 60_000).toISOString(),
        volumes: [{ mount: 'C:', freeBytes: pc * 64 * 1024 * 1024, holdsSystem: true }],
      }),
      patches: known('patches', {
        installed: Array.from({ length: UPDATES }, (_, index) => ({
          id: `KB${5_000_000 + ((pc * 31 + index * 7919) % 90_000)}`,
          installedAt: new Date(Date.UTC(2024, 0, 1) + (pc % 300) * 1e7 + index * 1e9).toISOString(),
        })),
      }),
      software: known('software', {
        programs: Array.from({ length: PROGRAMS }, (_, index) => ({
          name: `${NAMES[(pc + index) % NAMES.length]} ${(pc * 7 + index * 13) % 997}`,
          version: `${index % 20}.${(pc + index * 31) % 100}.${(pc * 3 + index * 7919) % 10_000}`,
          publisher: PUBLISHERS[index % PUBLISHERS.length],
        })),
      }),
    },
  })
}
