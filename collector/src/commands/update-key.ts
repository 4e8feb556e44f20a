/** `update-key make`: the pair of keys by which releases of the agent are signed. The private one belongs on no collector. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SettingRefused } from '../config/read-settings.ts'
import type { Command } from './index.ts'
import { namingFile } from './named-file.ts'

export const updateKeyMake: Command = {
  summary: 'make the keys that agent updates are signed with (--out FOLDER); on the machine that builds the packages',
  flags: { out: { type: 'string' } },
  async run({ out }) {
    if (!out) throw new SettingRefused({ vi: 'Cần --out: thư mục chứa khóa.', en: '--out takes the folder for the keys.' })
    const folder = resolve(out)
    const path = join(folder, 'update-key.pem')
    // Agents trust one key for as long as they live.
    if (existsSync(path))
      throw new SettingRefused({ vi: `${path} đã có; không ghi đè.`, en: `${path} is there already and is not written over.` })
    await namingFile(out, () => mkdir(folder, { recursive: true }))
    const { privateKey } = generateKeyPairSync('ed25519')
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
    await namingFile(out, () => writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 }))
    await writeFile(join(folder, 'update-key.pub'), `${x}\n`)
    console.log(`UPDATE_KEY=${x}`)
    console.log(`${path}: cất ngoài máy chủ thu thập; ai có tệp này cài được phần mềm lên mọi máy trạm dùng khóa này.`)
    console.log(`${path}: keep it off the collector; whoever has it can install programs on every PC that was given this key.`)
  },
}
