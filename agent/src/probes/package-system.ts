/** Tells which package system keeps this Linux up to date. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import { because } from './because.ts'

/** Debian and its family have dpkg's records; Red Hat's have a dnf configuration. */
export async function findPackageSystem(platform: Platform): Promise<'apt' | 'dnf' | Unknown> {
  const dpkg = await platform.listFolder('/var/lib/dpkg/info')
  if (dpkg.kind === 'read') return 'apt'
  const dnf = await platform.listFolder('/etc/dnf')
  if (dnf.kind === 'read') return 'dnf'
  // Only where both are absent is there neither; a folder that may not be looked into says nothing of the kind.
  const refusal = [dpkg, dnf].find(({ kind }) => kind !== 'absent')
  if (refusal) return because(refusal)
  return unknown('not-supported', 'neither apt nor dnf is on this system')
}
