/** Laws about what was published: frozen reports and committed plans are what they were, and the database still refuses to change them. */
import { sql } from 'kysely'
import { contentHash } from '../freezing/content-hash.ts'
import { broken, inRows, KEEP_AND_TELL, type Law, RESTORE, SPOILED } from './law.ts'

const SEALED_WHOLES = ['frozen_report', 'committed_plan']
const SEALED_PARTS = [
  'frozen_unit',
  'frozen_count',
  'frozen_condition',
  'frozen_pc',
  'frozen_item',
  'frozen_staff',
  'committed_unit',
  'committed_line',
]

const GUARDS = [
  ...SEALED_WHOLES.flatMap((table) => ['update', 'delete'].map((deed) => `${table}_no_${deed}`)),
  ...SEALED_PARTS.flatMap((table) => ['insert', 'update', 'delete'].map((deed) => `${table}_no_${deed}`)),
  'pc_measured_new',
  'pc_measured_place',
]

export const SEALED_LAWS: readonly Law[] = [
  {
    name: 'sound-file',
    says: { vi: 'chỗ hỏng mà cơ sở dữ liệu tự tìm thấy', en: 'damage the database itself finds' },
    todo: RESTORE,
    find: async ({ dialect, read }) => broken(await dialect.damage(read)),
  },
  {
    name: 'guards-in-force',
    says: { vi: 'khóa chống sửa số liệu đã chốt bị gỡ', en: 'guards of published figures that were taken off' },
    todo: SPOILED,
    async find({ dialect, read }) {
      const found = new Set(await dialect.guards(read))
      return broken(GUARDS.filter((name) => !found.has(name)))
    },
  },
  {
    name: 'frozen-reports-match',
    says: { vi: 'báo cáo đã chốt không khớp mã băm của nó', en: 'frozen reports that do not match their hash' },
    todo: SPOILED,
    async find(database) {
      const sealed = await database.read.selectFrom('frozen_report').select(['id', 'hash']).where('hash', '<>', '').orderBy('id').execute()
      const wrong: string[] = []
      for (const { id, hash } of sealed) if ((await contentHash(database, id)) !== hash) wrong.push(`report ${id}`)
      return broken(wrong)
    },
  },
  {
    name: 'committed-plans-whole',
    says: {
      vi: 'dòng của kế hoạch đã duyệt nằm ngoài cây đơn vị của nó hoặc có giá âm',
      en: 'lines of committed plans outside their tree of units, or of a negative price',
    },
    todo: SPOILED,
    find: inRows(
      () => sql`
        select 'plan ' || l.plan_id || ': PC ' || l.pc_id as about from committed_line l
        where l.cost_dong < 0 or not exists (select 1 from committed_unit u where u.plan_id = l.plan_id and u.unit_id = l.unit_id)`,
    ),
  },
  {
    name: 'one-correction',
    says: { vi: 'báo cáo đính chính chính nó hoặc báo cáo sau nó', en: 'reports that correct themselves or a later one' },
    todo: KEEP_AND_TELL,
    find: inRows(() => sql`select 'report ' || id as about from frozen_report where corrects_id >= id`),
  },
]
