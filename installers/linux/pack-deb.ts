/** Packs a folder that stands for the root of a PC as a Debian package. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../build/run-tool.ts'

/** `small` is a third smaller and takes a minute or two: a package is built once and fetched over weak lines a thousand times. `quick` is for trying. */
const COMPRESSIONS = { small: ['-Zxz'], quick: ['-Zgzip', '-z1'] } as const

export type Compression = keyof typeof COMPRESSIONS

type Packing = {
  readonly tree: string
  readonly control: string
  /** By name what dpkg runs. */
  readonly scripts: Readonly<Record<string, string>>
  readonly out: string
  readonly compression: Compression
}

/** Everything belongs to root; who else owns what is for the scripts. */
export async function packDeb({ tree, control, scripts, out, compression }: Packing): Promise<string> {
  await mkdir(join(tree, 'DEBIAN'))
  await writeFile(join(tree, 'DEBIAN/control'), control)
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(tree, 'DEBIAN', name), text, { mode: 0o755 })
  await runTool('dpkg-deb', ['--build', '--root-owner-group', ...COMPRESSIONS[compression], tree, out])
  return out
}
