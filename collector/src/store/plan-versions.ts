/** Keeps policies and price books: a change makes the next version of the name, the earlier ones stay for the plans that used them, and one name is the default. */
import { fold } from '@somay/shared/text/fold.ts'
import { writeDeed } from './deeds.ts'
import { defaultKey } from './default-key.ts'
import type { Database } from './dialect/dialect.ts'
import type { PlanVersionKind } from './plan-tables.ts'
import { putSetting } from './settings.ts'

export type NewPlanVersion = {
  readonly kind: PlanVersionKind
  readonly name: string
  /** "2026-09-30" */
  readonly fromDay: string
  readonly content: object
  /** A version's content as the log tells it. */
  readonly inLog?: (content: object) => object
  readonly who: string
  readonly at: number
}

const DEEDS = { policy: 'policy-saved', 'price-book': 'price-book-saved' } as const

/** The log tells what was before and what is now. */
export function savePlanVersion({ write, dialect }: Database, made: NewPlanVersion): Promise<{ id: number; version: number }> {
  const { kind, fromDay, content, inLog = (same) => same, who, at } = made
  const name = made.name.normalize('NFC').trim()
  return write(async (db) => {
    await dialect.alone(db, 'saving-plans')
    const before = await db
      .selectFrom('plan_version')
      .select(['version', 'content'])
      .where('kind', '=', kind)
      .where('name_key', '=', fold(name))
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    const version = (before?.version ?? 0) + 1
    const { id } = await db
      .insertInto('plan_version')
      .values({ kind, name, name_key: fold(name), version, from_day: fromDay, content: JSON.stringify(content), who, at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const old = before && { old: inLog(JSON.parse(before.content) as object) }
    await writeDeed(db, { at, who, kind: DEEDS[kind], detail: { label: name, version, fromDay, ...old, new: inLog(content) } })
    return { id, version }
  })
}

const DEFAULT_DEEDS = { policy: 'policy-default', 'price-book': 'price-book-default' } as const

export type NewDefaultName = {
  readonly kind: PlanVersionKind
  /** Null: what the product comes with. */
  readonly name: string | null
  readonly who: string
  readonly at: number
}

/** False when nothing of this name was saved. The log tells which was the default before, by its name. */
export function setDefaultName({ write, dialect }: Database, { kind, name, who, at }: NewDefaultName): Promise<boolean> {
  return write(async (db) => {
    await dialect.alone(db, 'saving-plans')
    const nameOf = async (key: string | undefined) =>
      key === undefined
        ? undefined
        : await db
            .selectFrom('plan_version')
            .select(['name', 'name_key'])
            .where('kind', '=', kind)
            .where('name_key', '=', key)
            .orderBy('version', 'desc')
            .limit(1)
            .executeTakeFirst()
    const chosen = await nameOf(name === null ? undefined : fold(name.normalize('NFC').trim()))
    if (name !== null && chosen === undefined) return false
    const held = await db.selectFrom('setting').select('value').where('key', '=', defaultKey(kind)).executeTakeFirst()
    const before = await nameOf(held?.value || undefined)
    await putSetting(db, defaultKey(kind), chosen?.name_key ?? '')
    const detail = { label: chosen?.name ?? '', old: { defaultName: before?.name ?? null }, new: { defaultName: chosen?.name ?? null } }
    await writeDeed(db, { at, who, kind: DEFAULT_DEEDS[kind], detail })
    return true
  })
}
