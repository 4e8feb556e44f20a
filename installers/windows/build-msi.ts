/** Builds the MSI of the agent. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { agentPackage, fileKey } from './msi/agent-package.ts'
import { guidFrom, writeMsi } from './msi/write-msi.ts'
import type { StagedFile } from './stage-agent.ts'

export type MsiBuild = {
  readonly files: readonly StagedFile[]
  readonly version: string
  readonly outFolder: string
  readonly compression?: 'small' | 'quick'
}

/** The path of the package. */
export async function buildMsi({ files, version, outFolder, compression = 'small' }: MsiBuild): Promise<string> {
  const out = join(outFolder, `somay-agent-${version}.msi`)
  const packaged = await Promise.all(files.map(async ({ path, ...file }) => ({ ...file, sizeBytes: (await stat(path)).size })))
  const contents = await Promise.all(
    files.map(
      async ({ name, path }) =>
        `${name} ${createHash('sha256')
          .update(await readFile(path))
          .digest('hex')}`,
    ),
  )
  const productCode = guidFrom(['product', version, ...contents].join('\n'))
  await writeMsi({
    database: agentPackage({ version, files: packaged, productCode, guidOf: guidFrom }),
    files: new Map(files.map(({ name, path }) => [fileKey(name, guidFrom), path])),
    title: 'So May Agent',
    out,
    compression,
  })
  return out
}
