/** Laws about the tree of units, the register and who may do what. */
import { sql } from 'kysely'
import { inRows, KEEP_AND_TELL, type Law } from './law.ts'

export const ORDER_LAWS: readonly Law[] = [
  {
    name: 'units-hang-together',
    says: { vi: 'đơn vị không nằm trong cây', en: 'units that hang in no tree' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'unit ' || unit.id as about from unit where unit.id not in (
          with recursive tree(id) as (select id from unit where parent_id is null union all select u.id from unit u join tree on u.parent_id = tree.id)
          select id from tree)`,
    ),
  },
  {
    name: 'units-end-after-they-begin',
    says: { vi: 'đơn vị kết thúc trước khi bắt đầu', en: 'units that end before they begin' },
    todo: KEEP_AND_TELL,
    find: inRows(() => sql`select 'unit ' || id as about from unit where valid_to < valid_from`),
  },
  {
    name: 'register-follows-itself',
    says: { vi: 'tài sản có hai nội dung trong cùng một ngày', en: 'assets with two versions on the same day' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'asset ' || item_id as about
        from (select item_id, from_day, until_day, lead(from_day) over (partition by item_id order by from_day) as next from register_entry) as e
        where (next is not null and (until_day is null or until_day > next)) or until_day < from_day group by item_id`,
    ),
  },
  {
    name: 'scopes-of-somebody',
    says: { vi: 'phạm vi không thuộc về ai hoặc trỏ tới đơn vị không có', en: 'scopes of nobody, or of units that are not there' },
    todo: KEEP_AND_TELL,
    find: inRows(
      () => sql`
        select 'scope of ' || coalesce('person ' || s.person_id, 'token ' || s.token_id, '?') as about from scope s
        where (case when s.person_id is null then 0 else 1 end) + (case when s.token_id is null then 0 else 1 end) <> 1
          or (s.person_id is not null and not exists (select 1 from person p where p.id = s.person_id))
          or (s.token_id is not null and not exists (select 1 from api_token t where t.id = s.token_id))
          or (s.unit_id is not null and not exists (select 1 from unit u where u.id = s.unit_id))`,
    ),
  },
  {
    name: 'tokens-within-their-limit',
    says: { vi: 'mã ghi danh dùng quá số lần', en: 'enrolment tokens used more often than allowed' },
    todo: KEEP_AND_TELL,
    find: inRows(() => sql`select 'token ' || id as about from enrol_token where used_count > use_limit`),
  },
]
