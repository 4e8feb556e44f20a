/** As which version of a name something would be saved: the collector takes names for one whatever their marks and capitals. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import type { NamedVersion } from './version-choice.tsx'

export function nextVersion(
  versions: readonly Pick<NamedVersion, 'name' | 'version'>[],
  name: string,
): { readonly name: string; readonly version: number; readonly isNew: boolean } {
  const own = versions.filter((one) => fold(one.name) === fold(name))
  return { name, version: Math.max(0, ...own.map(({ version }) => version)) + 1, isNew: own.length === 0 }
}
