/** Writes a Windows Installer package from its tables and files; the same input gives the same product, so that a build can be compared. */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool } from '../../build/run-tool.ts'
import { type Database, idtOf, type Row, type TableName } from './tables.ts'

export type MsiAsked = {
  readonly database: Database
  /** Name within the cabinet (the File table's key) to path, in the order of the File table. */
  readonly files: ReadonlyMap<string, string>
  readonly title: string
  readonly out: string
  /** `quick` leaves the files as they are: for trying. */
  readonly compression?: 'small' | 'quick'
}

export async function writeMsi({ database, files, title, out, compression = 'small' }: MsiAsked): Promise<void> {
  const room = await mkdtemp(join(tmpdir(), 'somay-msi-'))
  try {
    const inside = join(room, 'files')
    await mkdir(inside)
    for (const [key, path] of files) await copyFile(path, join(inside, key))
    await runTool('gcab', [
      '-c',
      ...(compression === 'small' ? ['-z'] : []),
      '-n',
      join(room, 'agent.cab'),
      ...[...files.keys()].map((key) => join(inside, key)),
    ])
    const tables = Object.entries(database) as [TableName, readonly Row[]][]
    const idts = await Promise.all(
      tables.map(async ([name, rows]) => {
        const path = join(room, `${name}.idt`)
        await writeFile(path, idtOf(name, rows), 'latin1')
        return ['-i', path]
      }),
    )
    await rm(out, { force: true })
    const packageCode = guidFrom(JSON.stringify(database))
    const summary = join(room, '_SummaryInformation.idt')
    await writeFile(summary, summaryOf(title, packageCode), 'latin1')
    await runTool('msibuild', [out, '-i', summary, ...idts.flat(), '-a', 'agent.cab', join(room, 'agent.cab')])
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** What Windows reads before it opens the package: PID 7 system and language, 9 the package's own code, 14 the installer's version it needs, 15 files in a cabinet. */
function summaryOf(title: string, packageCode: string): string {
  const values = [
    [1, 1252],
    [2, 'Installation Database'],
    [3, title],
    [4, 'So May'],
    [5, 'Installer'],
    [7, 'x64;1033'],
    [9, packageCode],
    [14, 500],
    [15, 2],
    [19, 2],
  ]
  return ['PropertyId\tValue', 'i2\tl255', '_SummaryInformation\tPropertyId', ...values.map((row) => row.join('\t')), ''].join('\r\n')
}

/** A GUID that follows from a text: RFC 9562, version 5's form over SHA-256. */
export function guidFrom(text: string): string {
  const bytes = createHash('sha256').update('somay.installers\n').update(text).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex').toUpperCase()
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}}`
}
