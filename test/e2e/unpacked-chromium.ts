/** Unpacks the Chromium that comes through npm, with its own libraries and fonts, once per machine and safely among parallel test files. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

export type UnpackedChromium = { executable: string; environment: Record<string, string> }

/** A bare Debian lacks nss, nspr and any font; the package carries them for another system, and they serve here too. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const packageFolder = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `somay-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpackInto(folder, join(packageFolder, 'bin'))
  return {
    executable: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
  }
}

/** Everything lands in a folder of its own first; the rename is atomic, and who comes second throws its copy away. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`)
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
  )
  await unpackTar(join(bin, 'al2023.tar.br'), draft)
  await unpackTar(join(bin, 'fonts.tar.br'), draft)
  await writeFile(join(draft, 'fonts.conf'), fontsConf(folder))
  try {
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

// The package's own file names folders of another system. Fonts of this system stand behind, for letters Open Sans lacks.
function fontsConf(folder: string): string {
  const prefer = ['sans-serif', 'serif', 'monospace', 'system-ui', 'Segoe UI']
    .map((family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`)
    .join('')
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir>${prefer}</fontconfig>
`
}

const BLOCK = 512

/** Reads the plain files of a tar archive: https://www.gnu.org/software/tar/manual/html_node/Standard.html */
async function unpackTar(archive: string, into: string): Promise<void> {
  const tar = brotliDecompressSync(await readFile(archive))
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).split('\0', 1)[0] ?? ''
    if (name === '') break
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8)
    const isPlainFile = tar[at + 156] === 0x30 || tar[at + 156] === 0
    at += BLOCK
    if (isPlainFile && !name.includes('..')) {
      const path = join(into, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, tar.subarray(at, at + size), { mode: 0o755 })
    }
    at += Math.ceil(size / BLOCK) * BLOCK
  }
}
