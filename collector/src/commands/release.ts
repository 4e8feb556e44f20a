/** `release add`, `list` and `remove`: the packages of the agent that this collector holds for updates. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { releaseText, SignedReleaseSchema } from '@somay/shared/release.ts'
import { formatDate } from '@somay/shared/text/dates.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { checkFile } from '../platform/check-file.ts'
import { isSignedWith } from '../platform/signed-with.ts'
import { packageFiles } from '../releasing/package-files.ts'
import { addRelease, listReleases, removeRelease } from '../store/releases.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'

export const releaseAdd: Command = {
  summary: 'hold a release of the agent for updates (--file PACKAGE --manifest PACKAGE.release.json)',
  flags: { ...STORE_FLAGS, file: { type: 'string' }, manifest: { type: 'string' } },
  async run(values) {
    const { file, manifest: path = file && `${file}.release.json` } = values
    if (!file || !path)
      throw new SettingRefused({ vi: 'Cần --file: gói cài của phần mềm trạm.', en: '--file takes a package of the agent.' })
    const release = checkFile(SignedReleaseSchema, await textOf(path))
    const { dataFolder, updateKey } = settingsOf(values)
    // Which key agents believe is theirs to know: here it only keeps mistakes out.
    if (updateKey !== '' && !isSignedWith(updateKey, release.signature, releaseText(release.manifest)))
      throw new SettingRefused({
        vi: `${path} không được ký bằng khóa trong SOMAY_UPDATE_KEY; không nhận.`,
        en: `${path} was not signed by the key of SOMAY_UPDATE_KEY; it was not taken.`,
      })
    await textOf(file, 1)
    if (!(await packageFiles(dataFolder).take(createReadStream(file), release.manifest)))
      throw new SettingRefused({
        vi: `${file} không phải gói ghi trong ${path}: kích thước hoặc SHA-256 khác.`,
        en: `${file} is not the package of ${path}: its size or SHA-256 differs.`,
      })
    const done = await withLedger(values, (database) => addRelease(database, release, { who: caller(), at: Date.now() }))
    const { version, kind } = release.manifest
    if (done === 'other') {
      await packageFiles(dataFolder).remove(release.manifest.sha256)
      throw new SettingRefused({
        vi: `Đã có một gói khác của ${kind} ${version}. Gỡ gói đó trước (release remove), hoặc dựng gói với phiên bản mới.`,
        en: `Another package of ${kind} ${version} is held. Remove it first (release remove), or build this one as a new version.`,
      })
    }
    console.log(`${version}  ${kind}  ${release.manifest.sha256}`)
  },
}

export const releaseList: Command = {
  summary: 'list the releases of the agent that are held',
  flags: STORE_FLAGS,
  async run(values) {
    const { timeZone } = settingsOf(values)
    for (const one of await withLedger(values, listReleases))
      console.log(
        `${one.version}  ${one.kind}  ${(one.size_bytes / 1e6).toFixed(1)} MB  ${formatDate(one.added_at, timeZone)}  ${one.added_by}`,
      )
  },
}

export const releaseRemove: Command = {
  summary: 'hold a release no more (--kind KIND --release VERSION); not while it is rolled out',
  flags: { ...STORE_FLAGS, kind: { type: 'string' }, release: { type: 'string' } },
  async run(values) {
    const { kind, release: version } = values
    if (!kind || !version)
      throw new SettingRefused({
        vi: 'Cần --kind và --release, như release list in ra.',
        en: '--kind and --release, as release list prints them.',
      })
    const gone = await withLedger(values, (database) => removeRelease(database, { kind, version }, { who: caller(), at: Date.now() }))
    if (gone === 'absent') throw new SettingRefused({ vi: `Không có ${kind} ${version}.`, en: `There is no ${kind} ${version}.` })
    if (gone === 'in-use')
      throw new SettingRefused({
        vi: `${version} đang được triển khai; dừng hoặc kết thúc trước.`,
        en: `${version} is being rolled out; halt or end that first.`,
      })
    await packageFiles(settingsOf(values).dataFolder).remove(gone.sha256)
    console.log(`${version}  ${kind}`)
  },
}

/** Its text; of `most` bytes only whether it can be read. */
async function textOf(path: string, most = 0): Promise<string> {
  try {
    if (most === 0) return await readFile(path, 'utf8')
    for await (const _chunk of createReadStream(path, { end: most })) break
    return ''
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingRefused({ vi: `Không đọc được ${path} (${code}).`, en: `Cannot read ${path} (${code}).` })
  }
}
