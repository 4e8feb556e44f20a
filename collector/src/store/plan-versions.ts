/** Keeps policies and price books: a change makes the next version of the name, and the earlier ones stay for the plans that used them. */
import { fold } from '@somay/shared/text/fold.ts'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import type { PlanVersionKind } from './plan-tables.ts'

export type NewPlanVersion = {
  readonly kind: PlanVersionKind
  readonly name: string
  /** "2026-09-30" */
  readonly fromDay: string
  readonly content: object
  readonly who: string
  readonly at: number
}

const DEEDS = { policy: 'policy-saved', 'price-book': 'price-book-saved' } as const

/** The log tells what was before and what is now. */
export function savePlanVersion({ write, dialect }: Database, made: NewPlanVersion): Promise<{ id: number; version: number }> {
  const { kind, fromDay, content, who, at } = made
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
    const old = before && { old: JSON.parse(before.content) as object }
    await writeDeed(db, { at, who, kind: DEEDS[kind], detail: { label: name, version, fromDay, ...old, new: content } })
    return { id, version }
  })
}
