/** Reads which PCs shared a key with others, as copied disks make them, and whether each has a key of its own by now; of those the caller may see. */
import type { Clones } from '@somay/shared/api/identity.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'

const SHOWN = 50
const COPIES_SHOWN = 200

type OriginRow = { id: number; name: string; unit: string; shared_at: number; apart_at: number | null; waiting: number; all: number }
type CopyRow = { origin: number; id: number; name: string; unit: string; at: number; all: number }

/** The latest first. PCs that left the ledger wait for nobody. */
export async function readClones({ read, dialect }: Database, scope: Scope): Promise<Clones> {
  const { rows } = await sql<OriginRow>`
    select pc.id, pc.name, unit.name as unit, f.shared_at,
      (select max(r.at) from event r where r.pc_id = pc.id and r.kind = 'key-renewed' and r.at >= f.shared_at) as apart_at,
      case when exists (select 1 from credential k where k.pc_id = pc.id and k.revoked_at is null and k.shared_at is null) then 0 else 1 end as waiting,
      count(*) over () as "all"
    from (select e.pc_id, max(e.at) as shared_at from event e where e.kind = 'key-shared' group by e.pc_id) f
    join pc on pc.id = f.pc_id join unit on unit.id = pc.unit_id
    where pc.retired_at is null and ${inScope(dialect, scope, sql`pc.unit_id`)} order by f.shared_at desc, pc.id limit ${SHOWN}`.execute(
    read,
  )
  const copies = await readCopies(
    { read, dialect },
    scope,
    rows.map(({ id }) => id),
  )
  return {
    count: Number(rows[0]?.all ?? 0),
    clones: rows.map(({ id, name, unit, shared_at, apart_at, waiting }) => {
      const own = copies.get(id) ?? []
      return {
        pc: { id, name, unit },
        sharedAt: shared_at,
        isWaiting: Number(waiting) === 1,
        ...(apart_at !== null && { apartAt: apart_at }),
        copyCount: Number(own[0]?.all ?? 0),
        copies: own.map(({ id: copy, name: called, unit: place, at }) => ({ id: copy, name: called, unit: place, at })),
      }
    }),
  }
}

/** What fetched a key of its own in exchange for the shared one, and was another PC. */
async function readCopies(
  { read, dialect }: Pick<Database, 'read' | 'dialect'>,
  scope: Scope,
  origins: readonly number[],
): Promise<ReadonlyMap<number, readonly CopyRow[]>> {
  const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(origins.map((id) => [id])))
  const { rows } = await sql<CopyRow>`
    select * from (
      select s.origin, pc.id, pc.name, unit.name as unit, s.at, count(*) over (partition by s.origin) as "all",
        row_number() over (partition by s.origin order by s.at desc, pc.id) as place
      from (select ${originOf(dialect)} as origin, e.pc_id, max(e.at) as at from event e where e.kind = 'split-off' group by 1, 2) s
      join ${asked} on j.id = s.origin join pc on pc.id = s.pc_id join unit on unit.id = pc.unit_id
      where pc.retired_at is null and ${inScope(dialect, scope, sql`pc.unit_id`)}) ranked
    where place <= ${sql.lit(COPIES_SHOWN)} order by origin, at desc, id`.execute(read)
  return Map.groupBy(rows, ({ origin }) => Number(origin))
}

function originOf(dialect: Dialect): RawBuilder<number> {
  return sql<number>`cast(${dialect.jsonText(sql.ref('e.detail'), 'otherPcId')} as ${sql.raw(dialect.types.int)})`
}
