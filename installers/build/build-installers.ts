/** `npm run build:installers`: builds the installers of the product into a folder, with a list of checksums, and a bill of materials beside each. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildCollectorDeb } from '../collector/build-collector-deb.ts'
import { buildCollectorTar } from '../collector/build-collector-tar.ts'
import { buildCollectorZip } from '../collector/build-collector-zip.ts'
import { buildDeb } from '../linux/build-deb.ts'
import { buildRpm } from '../linux/build-rpm.ts'
import { buildExe } from '../windows/build-exe.ts'
import { buildMsi } from '../windows/build-msi.ts'
import { type Signer, sign } from '../windows/sign.ts'
import { stageAgent } from '../windows/stage-agent.ts'
import { electronVersionIn, stageWindow } from '../windows/stage-window.ts'
import { root } from './root.ts'
import { writeChecksums } from './write-checksums.ts'
import { kindOf, writeRelease } from './write-release.ts'
import { writeSbom } from './write-sbom.ts'

type Asked = {
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly signer: Signer | undefined
}

const ELECTRON_DIST = process.env.ELECTRON_DIST ?? ''

async function msi({ version, room, outFolder, signer }: Asked): Promise<string> {
  if (ELECTRON_DIST === '')
    console.log('Without the window: ELECTRON_DIST names the folder of Electron for Windows that it needs (installers/windows/README.md).')
  const window = ELECTRON_DIST === '' ? [] : await stageWindow(ELECTRON_DIST, join(room, 'window'))
  const made = await buildMsi({ files: [...(await stageAgent(join(room, 'windows'), signer)), ...window], version, outFolder })
  if (signer) await sign(made, signer)
  return made
}

const TARGETS = {
  msi: async (asked: Asked) => [await msi(asked)],
  // It carries the MSI, so that is made with it.
  exe: async (asked: Asked) => {
    const { version, outFolder, signer } = asked
    const inside = await msi(asked)
    const made = await buildExe({ msi: inside, version, outFolder })
    if (signer) await sign(made, signer)
    return [inside, made]
  },
  deb: async (asked: Asked) => [await buildDeb({ ...asked, arch: 'x64', compression: 'small' })],
  rpm: async (asked: Asked) => [await buildRpm({ ...asked, arch: 'x64', compression: 'small' })],
  'collector-deb': async (asked: Asked) => [await buildCollectorDeb({ ...asked, compression: 'small' })],
  'collector-tar': async (asked: Asked) => [await buildCollectorTar({ ...asked, compression: 'small' })],
  'collector-zip': async (asked: Asked) => [await buildCollectorZip(asked)],
} as const satisfies Record<string, (asked: Asked) => Promise<string[]>>

type Target = keyof typeof TARGETS

const TARGET_NAMES = Object.keys(TARGETS) as Target[]
const text = { type: 'string' } as const

const { values } = parseArgs({
  options: {
    target: { ...text, default: 'all' },
    out: { ...text, default: '.build/installers' },
    sign: text,
    'password-file': text,
    timestamp: text,
    'update-key': text,
  },
})
const wanted = values.target === 'all' ? TARGET_NAMES.filter((name) => name !== 'msi') : values.target.split(',').map(targetNamed)
const signer = signerAsked(values.sign, values['password-file'], values.timestamp)
const { version } = JSON.parse(readFileSync(join(root, 'agent/package.json'), 'utf8')) as { version: string }
const room = mkdtempSync(join(tmpdir(), 'somay-installers-'))
try {
  const outFolder = resolve(values.out)
  await mkdir(outFolder, { recursive: true })
  const made: string[] = []
  for (const target of wanted) made.push(...(await TARGETS[target]({ version, room, outFolder, signer })))
  const electronVersion = ELECTRON_DIST === '' ? undefined : electronVersionIn(ELECTRON_DIST)
  for (const path of new Set(made)) made.push(await writeSbom(path, { version, electronVersion }))
  const updateKey = values['update-key']
  if (updateKey !== undefined)
    for (const path of [...made]) {
      const kind = basename(path).startsWith('somay-agent') ? kindOf(path) : undefined
      if (kind) made.push(await writeRelease(path, kind, version, updateKey))
    }
  for (const line of await writeChecksums(outFolder, made)) console.log(line)
  if (!signer && wanted.some((name) => name === 'msi' || name === 'exe'))
    console.log(
      'Not signed: give --sign FILE.pfx --password-file FILE, or trust the package by group policy (installers/windows/README.md).',
    )
} finally {
  rmSync(room, { recursive: true, force: true })
}

function targetNamed(name: string): Target {
  if (Object.hasOwn(TARGETS, name)) return name as Target
  return stop(`There is no target "${name}". Targets: ${[...TARGET_NAMES, 'all'].join(', ')}.`)
}

function signerAsked(pfx: string | undefined, passwordFile: string | undefined, timestampUrl: string | undefined): Signer | undefined {
  if (pfx === undefined) return undefined
  if (passwordFile === undefined) return stop('--sign needs --password-file: a file with the password of the PFX alone.')
  return { pfx: resolve(pfx), passwordFile: resolve(passwordFile), timestampUrl }
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
