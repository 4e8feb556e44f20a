/** The demo's register: the accountant's list of the same PCs, with what such lists get wrong; goes in as any list does. */
import { hash } from 'node:crypto'
import { isPlaceholder } from '@somay/shared/identifier.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { anyUnit } from '../store/any-unit.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { importList } from '../store/register/import-list.ts'
import type { ListedItem } from '../store/register/listed-item.ts'
import { matchRegister } from '../store/register/match.ts'
import { changeStaff } from '../store/register/staff-numbers.ts'
import { type Chance, chanceOf } from './chance.ts'
import { DEMO_PCS, DEMO_STAFF, DEMO_UNITS, demoLeaders, pcsPerUnit } from './organisation.ts'
import { type DemoPc, demoPcs } from './pcs.ts'

type Filling = {
  readonly pcs: number
  readonly seed: number
  readonly unitIds: readonly number[]
  readonly day: string
  readonly at: number
  readonly timeZone: string
}

const KINDS = { desktop: 'Máy tính để bàn', laptop: 'Máy tính xách tay', 'all-in-one': 'Máy tính liền màn hình' } as const
const WHO = 'demo'

/** Of the PCs of a unit, those with a paid licence of protection from malware: assumed. */
const LICENSED_SHARE = 0.85

export async function loadRegister(database: Database, filling: Filling): Promise<void> {
  const { pcs, seed, unitIds, day, at, timeZone } = filling
  const items: ListedItem[] = []
  /** Of each unit the name of a PC that its accountant forgot. */
  const forgotten = new Map<number, string>()
  const waiting: DemoPc[] = []
  for (const pc of demoPcs(pcs, seed)) {
    const chance = chanceOf(seed, `register ${pc.index}`)
    if (pc.connection === 'register-only') waiting.push(pc)
    else if (pc.connection === 'internet' && chance.happens(0.015)) forgotten.set(pc.unit, pc.name)
    else items.push(itemOf(pc, chance, unitIds))
  }
  // What nobody heard of may be the very PC that was forgotten: by its name alone that is for a person to say.
  for (const pc of waiting) {
    const item = itemOf(pc, chanceOf(seed, `register ${pc.index}`), unitIds)
    items.push({ ...item, unitId: unitIds[pc.unit] as number, serial: null, mac: null, hostName: forgotten.get(pc.unit) ?? pc.name })
  }
  const about = { day, items, keysBeside: [], completeUnits: [], mayTouch: anyUnit, who: WHO, at, timeZone, rows: items.length, refused: 0 }
  await importList(database, { ...about, fileName: 'so-tai-san.xlsx' })
  await matchRegister(database, { at, timeZone })
  const [staff, equipped] = [pcsPerUnit(Math.round((DEMO_STAFF * pcs) / DEMO_PCS)), pcsPerUnit(pcs)]
  const units = unitIds.map((unitId, index) => {
    const people = staff[index] ?? null
    const own = equipped[index] ?? null
    return {
      unitId,
      staff: people,
      equipped: own,
      leaders: people === null ? null : demoLeaders(people, index),
      licensedAntivirus: own === null ? null : Math.floor(own * LICENSED_SHARE),
    }
  })
  await changeStaff(database, { day, units, who: WHO, at, mayTouch: anyUnit })
}

function itemOf(pc: DemoPc, chance: Chance, unitIds: readonly number[]): ListedItem {
  const { model, unit, index } = pc
  const short = DEMO_UNITS[unit]?.short ?? 'TS'
  const assetCode = `${short}.${model.builtIn}.${String(index + 1).padStart(5, '0')}`
  const isElsewhere = pc.connection !== 'exempt' && chance.happens(0.02)
  const otherModel = !model.whiteBox && chance.happens(0.015)
  return {
    assetCode,
    assetKey: fold(assetCode).replaceAll(' ', ''),
    name: `${KINDS[model.kind]} ${otherModel ? 'Acer Veriton 2680' : nameOf(pc)}`,
    unitId: unitIds[isElsewhere ? (unit + 1) % unitIds.length : unit] as number,
    kind: chance.happens(0.9) ? model.kind : null,
    serial: isPlaceholder(pc.serial) ? null : pc.serial,
    yearInUse: chance.happens(0.95) ? model.builtIn + chance.below(2) : null,
    costDong: chance.happens(0.95) ? 100_000 * (95 + chance.below(60)) : null,
    exempt: pc.connection === 'exempt',
    hostName: null,
    // Boxes without a serial are listed by what stands on the label of their network socket.
    mac: model.whiteBox ? pc.mac : null,
    note: chance.happens(0.03) ? 'Cấp lại từ đơn vị khác' : '',
  }
}

function nameOf({ model: { whiteBox, manufacturer, model } }: DemoPc): string {
  if (whiteBox) return `lắp ráp ${hash('sha256', model, 'hex').slice(0, 3).toUpperCase()}`
  const maker = manufacturer.split(' ')[0] ?? ''
  return model.startsWith(maker) ? model : `${maker} ${model}`
}
