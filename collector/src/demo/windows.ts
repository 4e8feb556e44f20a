/** Windows versions and update habits of demo PCs. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Chance } from './chance.ts'
import type { DemoPc } from './pcs.ts'

const DAY_MS = 86_400_000

type Os = FactValue<'os'>

// Builds as Microsoft's release history lists them; the last update revision before support of each ended, or a recent one.
const WINDOWS_7: Partial<Os> = { name: 'Windows 7 Professional', version: '6.1 SP1', build: 7601, ubr: 24_545, supportEdition: 'pro' }
const WINDOWS_10_1809: Partial<Os> = {
  name: 'Windows 10 Enterprise LTSC 2019',
  version: '1809',
  build: 17_763,
  ubr: 7_314,
  supportEdition: 'ltsc',
}
const WINDOWS_10: Partial<Os> = { name: 'Windows 10 Pro', version: '22H2', build: 19_045, supportEdition: 'pro' }
const WINDOWS_10_HOME: Partial<Os> = { ...WINDOWS_10, name: 'Windows 10 Home', supportEdition: 'home' }
const WINDOWS_11: Partial<Os> = { name: 'Windows 11 Pro', version: '24H2', build: 26_100, supportEdition: 'pro' }

const UBRS_10 = [2965, 3803, 4651, 5247, 5737, 6456]
const UBRS_11 = [2894, 4652, 6584]

export function demoOs({ model }: DemoPc, chance: Chance, atMs: number): Os {
  const chosen = chance.weighted<Partial<Os>>(
    model.builtIn < 2013
      ? [
          [55, WINDOWS_7],
          [45, WINDOWS_10],
        ]
      : model.builtIn < 2019
        ? [
            [12, WINDOWS_7],
            [4, WINDOWS_10_1809],
            [70, WINDOWS_10],
            [14, WINDOWS_10_HOME],
          ]
        : [
            [52, WINDOWS_10],
            [8, WINDOWS_10_HOME],
            [40, WINDOWS_11],
          ],
  )
  const ubr = chosen.ubr ?? chance.pick(chosen.build === WINDOWS_11.build ? UBRS_11 : UBRS_10)
  const installedAt = Date.UTC(Math.max(model.builtIn, 2018) + chance.below(3), chance.below(12), 1 + chance.below(28), 3, chance.below(60))
  return {
    family: 'windows',
    name: chosen.name ?? 'Windows',
    version: chosen.version ?? unknown('failed'),
    build: chosen.build ?? unknown('failed'),
    ubr: chance.happens(0.02) ? unknown('failed') : ubr,
    supportEdition: chosen.supportEdition ?? unknown('failed'),
    architecture: 'x64',
    installedAt: new Date(Math.min(installedAt, atMs - 30 * DAY_MS)).toISOString(),
  }
}

export function demoPatches(_pc: DemoPc, chance: Chance, atMs: number): FactValue<'patches'> {
  const searched = !chance.happens(0.06)
  const pendingCount = chance.weighted([
    [40, 0],
    [25, 1 + chance.below(3)],
    [25, 4 + chance.below(12)],
    [10, 20 + chance.below(60)],
  ])
  const lastSuccessMs = atMs - Math.floor((pendingCount === 0 ? 30 : 400) * chance.next() * DAY_MS)
  const lastSuccessAt = new Date(lastSuccessMs).toISOString()
  return {
    pendingCount: searched ? pendingCount : unknown('timed-out'),
    pendingSecurityCount: searched ? Math.ceil(pendingCount / 2) : unknown('timed-out'),
    pending: searched
      ? Array.from({ length: Math.min(pendingCount, 5) }, (_, index) => ({
          id: `KB50${31000 + chance.below(60_000)}`,
          title: `Cumulative update ${index + 1}`,
          severity: 'important' as const,
        }))
      : unknown('timed-out'),
    installed: Array.from({ length: 4 }, (_, index) => ({
      id: `KB50${11000 + chance.below(40_000)}`,
      installedAt: new Date(lastSuccessMs - index * 35 * DAY_MS).toISOString(),
    })),
    lastSuccessAt: chance.happens(0.05) ? unknown('failed') : lastSuccessAt,
    restartPending: chance.happens(0.08),
    source: chance.pick(['Microsoft Update', 'WSUS']),
  }
}
