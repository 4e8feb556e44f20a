/** Of which package this agent came, as its builder wrote beside the bundle; undefined in a clone, which takes no updates. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_KINDS, type PackageKind } from '@somay/shared/release.ts'
import { KIND_FILE } from './places.ts'

export function packageKindIn(programFolder: string): PackageKind | undefined {
  try {
    const text = readFileSync(join(programFolder, KIND_FILE), 'utf8').trim()
    return PACKAGE_KINDS.find((kind) => kind === text)
  } catch {
    return undefined
  }
}

/** Installers look at the ending. */
export const endingOf = (kind: PackageKind) => (kind === 'windows-msi-x64' ? '.msi' : kind === 'linux-deb-amd64' ? '.deb' : '.rpm')
