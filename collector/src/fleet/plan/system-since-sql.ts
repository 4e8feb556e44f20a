/** `systemSince` and `updatesSince` as SQL over l (a committed line), q (the PC as it is) and m (its measures). */
import { sql } from 'kysely'
import type { SystemSince, UpdatesSince } from '../../plan/system-since.ts'

export const systemSinceSql = sql<SystemSince>`case when l.os_name is null or q.os_name is null then 'unread'
  when l.os_version <> q.os_version or l.windows_build <> m.windows_build then 'changed'
  when m.windows_build is not null and l.os_name <> q.os_name then 'changed'
  when l.os_version = q.os_version or l.windows_build = m.windows_build then 'same' else 'unread' end`

export const updatesSinceSql = sql<UpdatesSince>`case when l.windows_build is null or l.windows_revision is null or l.missing_since is null
  or m.windows_build is null or m.windows_revision is null then 'untold'
  when m.windows_build = l.windows_build and m.windows_revision <= l.windows_revision then 'not-in'
  when m.missing_since > l.missing_since then 'in' when m.missing_since is not null then 'not-in'
  when m.patched_until >= l.missing_since then 'in' when m.patched_until is not null then 'not-in' else 'untold' end`
