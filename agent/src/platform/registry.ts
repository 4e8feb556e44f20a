/** The values of one registry key as `reg query` prints them. Pure. */

/** Names in lower case, because the registry does not tell case apart; numbers as printed (`0x1`), binary as hex. */
export type RegistryValues = ReadonlyMap<string, string>

const VALUE = /^ {4}(\S.*?) {4}(REG_[A-Z_]+) {4}(.*)$/

export function parseRegistry(printed: string): RegistryValues {
  return new Map(
    printed.split(/\r?\n/).flatMap((line) => {
      const [, name, , value = ''] = VALUE.exec(line) ?? []
      return name === undefined ? [] : [[name.toLowerCase(), value.trim()] as const]
    }),
  )
}
