/** Where apt keeps the package lists it last fetched, and which of its files are indexes. */

export const APT_LISTS_FOLDER = '/var/lib/apt/lists'

export function isAptIndex(name: string): boolean {
  return name.endsWith('_InRelease') || name.endsWith('_Release')
}
