/** `reference show` and `reference import`: the dated tables planning rests on, and a newer file of them, without internet. */
import { readFile } from 'node:fs/promises'
import { ReferenceFileSchema } from '@somay/shared/api/reference.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { measurePcs } from '../measuring/measure-pcs.ts'
import { checkFile } from '../platform/check-file.ts'
import { currentReference, importReference, referenceStanding } from '../reference/current.ts'
import type { Database } from '../store/database.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'

export const referenceShow: Command = {
  summary: 'tell which tables of support dates and Windows updates are in use, and of which day',
  flags: STORE_FLAGS,
  run: (values) => withLedger(values, tell),
}

export const referenceImport: Command = {
  summary: 'take newer tables into use (--file FILE: JSON with "lifecycle", "builds" or both, as GET /api/v1/openapi.json describes them)',
  flags: { ...STORE_FLAGS, file: { type: 'string' } },
  async run(values) {
    const { file } = values
    if (!file) throw new SettingRefused({ vi: 'Cần --file: tệp JSON của bảng tra cứu.', en: '--file takes the JSON file of the tables.' })
    const content = checkFile(ReferenceFileSchema, await textOf(file))
    await withLedger(values, async (database) => {
      const taken = await importReference(database, content, { who: caller(), at: Date.now() })
      if (taken.length === 0)
        throw new SettingRefused({
          vi: 'Bảng trong tệp không mới hơn bảng đang dùng; không có gì thay đổi.',
          en: 'The tables of the file are no newer than those in use; nothing was changed.',
        })
      await measurePcs(database, () => currentReference(database), { takesFrom: 'unless-newer' })
      await tell(database)
    })
  },
}

async function tell(database: Database): Promise<void> {
  for (const [table, { asOf, source, imported }] of Object.entries(await referenceStanding(database)))
    console.log(`${table.padEnd(10)} ${formatDay(asOf)}  ${imported ? 'imported' : 'built in'}  ${source}`)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingRefused({ vi: `Không đọc được ${file} (${code}).`, en: `Cannot read ${file} (${code}).` })
  }
}
