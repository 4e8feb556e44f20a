/** Laws about PCs: a null says why, each stands in one unit at a time, and nothing in the ledger belongs to a PC that is not there. */
import { sql } from 'kysely'
import { PC_COLUMN_NAMES, PC_COLUMNS } from '../store/pc-columns.ts'
import { inRows, KEEP_AND_TELL, type Law, RESTORE } from './law.ts'

/** Tables that name a PC without the database itself holding them to it. */
const OF_PCS = [
  'pc_contact',
  'pc_search',
  'credential',
  'evidence',
  'pc_fact',
  'pc_latest',
  'presence',
  'report',
  'pc_stay',
  'pc_exemption',
  'pc_condition',
  'event',
]

const pcOf = sql.raw("'PC ' || pc.id")

export const PC_LAWS: readonly Law[] = [
  {
    name: 'a-null-has-its-reason',
    says: { vi: 'ô trống không có lý do', en: 'empty columns without their reason' },
    todo: KEEP_AND_TELL,
    // A fact the PC does not report says nothing, and one that was asked for anew is on its way.
    find: inRows(({ dialect }) => {
      const columns = PC_COLUMN_NAMES.map(
        (name) => sql`
          select ${pcOf} || ${sql.lit(`: ${name}`)} as about from pc join pc_contact c on c.pc_id = pc.id
          where pc.${sql.ref(name)} is null and c.manifest_hash is not null and ${dialect.jsonText(sql`pc.reasons`, name)} is null
            and (exists (select 1 from pc_fact f where f.pc_id = pc.id and f.fact = ${sql.lit(PC_COLUMNS[name].fact)} and f.until is null)
              or exists (select 1 from pc_latest l where l.pc_id = pc.id and l.fact = ${sql.lit(PC_COLUMNS[name].fact)}))`,
      )
      return sql.join(columns, sql` union all `)
    }),
  },
  {
    name: 'a-value-has-no-reason',
    says: { vi: 'ô có giá trị mà lại có lý do chưa rõ', en: 'columns with both a value and a reason why there is none' },
    todo: KEEP_AND_TELL,
    find: inRows(({ dialect }) => {
      const columns = PC_COLUMN_NAMES.map(
        (name) => sql`
          select ${pcOf} || ${sql.lit(`: ${name}`)} as about from pc
          where pc.${sql.ref(name)} is not null and ${dialect.jsonText(sql`pc.reasons`, name)} is not null`,
      )
      return sql.join(columns, sql` union all `)
    }),
  },
  {
    name: 'one-open-stay',
    says: { vi: 'máy không đứng ở đúng một đơn vị', en: 'PCs that do not stand in exactly one unit' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select ${pcOf} as about from pc left join (select pc_id, count(*) as n, min(unit_id) as unit_id from pc_stay where until is null group by pc_id) s
          on s.pc_id = pc.id
        where case when pc.retired_at is null and pc.merged_into is null then coalesce(s.n, 0) <> 1 or s.unit_id <> pc.unit_id else s.n > 0 end`,
    ),
  },
  {
    name: 'stays-follow-each-other',
    says: { vi: 'máy đứng ở hai đơn vị cùng một lúc', en: 'PCs in two units at the same time' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'PC ' || pc_id as about from (select pc_id, since, until, lead(since) over (partition by pc_id order by since) as next from pc_stay) as s
        where (next is not null and (until is null or until > next)) or until < since group by pc_id`,
    ),
  },
  {
    name: 'facts-follow-each-other',
    says: { vi: 'một thông tin có hai nội dung cùng một lúc', en: 'facts with two bodies at the same time' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'PC ' || pc_id || ': ' || fact as about
        from (select pc_id, fact, since, until, lead(since) over (partition by pc_id, fact order by since) as next from pc_fact) as f
        where (next is not null and (until is null or until > next)) or until < since group by pc_id, fact`,
    ),
  },
  {
    name: 'conditions-follow-each-other',
    says: {
      vi: 'máy có hai tình trạng (loại máy, hỗ trợ, bản vá) cùng một lúc',
      en: 'PCs in two conditions (kind, support, updates) at the same time',
    },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'PC ' || pc_id as about from (select pc_id, since, until, lead(since) over (partition by pc_id order by since) as next from pc_condition) as c
        where (next is not null and (until is null or until > next)) or until < since group by pc_id`,
    ),
  },
  {
    name: 'no-orphans',
    says: { vi: 'dòng thuộc về máy không có trong sổ', en: 'rows of PCs that are not in the ledger' },
    todo: RESTORE,
    find: inRows(() =>
      sql.join(
        OF_PCS.map(
          (table) => sql`
            select ${sql.lit(`${table}: PC `)} || t.pc_id as about from ${sql.table(table)} t
            where t.pc_id is not null and not exists (select 1 from pc where pc.id = t.pc_id) group by t.pc_id`,
        ),
        sql` union all `,
      ),
    ),
  },
  {
    name: 'every-pc-has-its-rows',
    says: { vi: 'máy thiếu dòng liên lạc, tìm kiếm hoặc lập kế hoạch', en: 'PCs without their row of contact, of search or of planning' },
    todo: RESTORE,
    find: inRows(
      () => sql`
        select ${pcOf} as about from pc where not exists (select 1 from pc_contact c where c.pc_id = pc.id)
          or not exists (select 1 from pc_search s where s.pc_id = pc.id and s.unit_id = pc.unit_id)
          or not exists (select 1 from pc_measure m where m.pc_id = pc.id and m.unit_id = pc.unit_id
            and m.left_ledger = case when pc.retired_at is null then 0 else 1 end)`,
    ),
  },
  {
    name: 'merged-leads-on',
    says: {
      vi: 'máy đã gộp không dẫn tới máy còn trong sổ',
      en: 'merged PCs that do not lead to a PC of the ledger, or still hold credentials',
    },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select ${pcOf} as about from pc where pc.merged_into is not null and (pc.retired_at is null or pc.merged_into = pc.id
          or not exists (select 1 from pc o where o.id = pc.merged_into) or exists (select 1 from credential k where k.pc_id = pc.id))`,
    ),
  },
  {
    name: 'presence-known-or-not',
    says: {
      vi: 'ngày ghi là có mạng hoặc có dùng mà không có phép đo nào',
      en: 'days said to have had internet or use, of which nothing was told',
    },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'PC ' || pc_id || ': ' || month as about from presence
        where (internet & ~sampled) <> 0 or (lan & ~sampled) <> 0 or (used & ~use_told) <> 0`,
    ),
  },
]
