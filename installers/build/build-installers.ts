/** `npm run build:installers`: builds the installers of the product into a folder, with a list of checksums and a bill of materials beside them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeb } from '../linux/build-deb.ts'
import { buildExe } from '../windows/build-exe.ts'
import { buildMsi } from '../windows/build-msi.ts'
import { stageAgent } from '../windows/stage-agent.ts'
import { root } from './root.ts'
import { writeChecksums } from './write-checksums.ts'

type Asked = { readonly version: string; readonly room: string; readonly outFolder: string }

/** Of what is named each is built once, whoever else needs it. */
const TARGETS = {
  msi: async ({ version, room, outFolder }: Asked) => [
    await buildMsi({ files: await stageAgent(join(room, 'windows')), version, outFolder }),
  ],
  exe: async ({ version, room, outFolder }: Asked) => {
    const msi = await buildMsi({ files: await stageAgent(join(room, 'windows')), version, outFolder })
    return [msi, await buildExe({ msi, version, outFolder })]
  },
  deb: async (asked: Asked) => [await buildDeb({ ...asked, arch: 'x64', compression: 'small' })],
} as const satisfies Record<string, (asked: Asked) => Promise<string[]>>

type Target = keyof typeof TARGETS

const TARGET_NAMES = Object.keys(TARGETS) as Target[]

const { values } = parseArgs({
  options: { target: { type: 'string', default: 'all' }, out: { type: 'string', default: '.build/installers' } },
})
const wanted = values.target === 'all' ? TARGET_NAMES.filter((name) => name !== 'msi') : values.target.split(',').map(targetNamed)
const { version } = JSON.parse(readFileSync(join(root, 'agent/package.json'), 'utf8')) as { version: string }
const room = mkdtempSync(join(tmpdir(), 'somay-installers-'))
try {
  const outFolder = resolve(values.out)
  await mkdir(outFolder, { recursive: true })
  const made: string[] = []
  for (const target of wanted) made.push(...(await TARGETS[target]({ version, room, outFolder })))
  for (const line of await writeChecksums(outFolder, made)) console.log(line)
} finally {
  rmSync(room, { recursive: true, force: true })
}

function targetNamed(name: string): Target {
  if (Object.hasOwn(TARGETS, name)) return name as Target
  console.error(`There is no target "${name}". Targets: ${[...TARGET_NAMES, 'all'].join(', ')}.`)
  process.exit(2)
}
