/** The tables of a Windows Installer database that the product uses, column by column, as Microsoft's "Installer Database Reference" defines them. */

/** How a column is stored: s text, l text that is shown, i 2-byte and I 4-byte integer (upper case: may be empty), v a stream; the number is the longest text, 0 for no limit. */
export type Column = readonly [name: string, type: string]

/** The first `keys` columns make a row one of its kind. */
export type TableShape = { readonly keys: number; readonly columns: readonly Column[] }

export type Cell = string | number | undefined
export type Row = readonly Cell[]

const shape = (keys: number, ...columns: Column[]): TableShape => ({ keys, columns })

const SEQUENCE = shape(1, ['Action', 's72'], ['Condition', 'S255'], ['Sequence', 'I2'])

export const TABLES = {
  Property: shape(1, ['Property', 's72'], ['Value', 'l0']),
  Directory: shape(1, ['Directory', 's72'], ['Directory_Parent', 'S72'], ['DefaultDir', 'l255']),
  Component: shape(
    1,
    ['Component', 's72'],
    ['ComponentId', 'S38'],
    ['Directory_', 's72'],
    ['Attributes', 'i2'],
    ['Condition', 'S255'],
    ['KeyPath', 'S72'],
  ),
  Feature: shape(
    1,
    ['Feature', 's38'],
    ['Feature_Parent', 'S38'],
    ['Title', 'L64'],
    ['Description', 'L255'],
    ['Display', 'I2'],
    ['Level', 'i2'],
    ['Directory_', 'S72'],
    ['Attributes', 'i2'],
  ),
  Condition: shape(2, ['Feature_', 's38'], ['Level', 'i2'], ['Condition', 'S255']),
  FeatureComponents: shape(2, ['Feature_', 's38'], ['Component_', 's72']),
  File: shape(
    1,
    ['File', 's72'],
    ['Component_', 's72'],
    ['FileName', 'l255'],
    ['FileSize', 'i4'],
    ['Version', 'S72'],
    ['Language', 'S20'],
    ['Attributes', 'I2'],
    ['Sequence', 'i2'],
  ),
  Media: shape(
    1,
    ['DiskId', 'i2'],
    ['LastSequence', 'i2'],
    ['DiskPrompt', 'L64'],
    ['Cabinet', 'S255'],
    ['VolumeLabel', 'S32'],
    ['Source', 'S72'],
  ),
  CreateFolder: shape(2, ['Directory_', 's72'], ['Component_', 's72']),
  RemoveFile: shape(1, ['FileKey', 's72'], ['Component_', 's72'], ['FileName', 'L255'], ['DirProperty', 's72'], ['InstallMode', 'i2']),
  Registry: shape(1, ['Registry', 's72'], ['Root', 'i2'], ['Key', 'l255'], ['Name', 'L255'], ['Value', 'L0'], ['Component_', 's72']),
  Shortcut: shape(
    1,
    ['Shortcut', 's72'],
    ['Directory_', 's72'],
    ['Name', 'l128'],
    ['Component_', 's72'],
    ['Target', 's72'],
    ['Arguments', 'S255'],
    ['Description', 'L255'],
    ['Hotkey', 'I2'],
    ['Icon_', 'S72'],
    ['IconIndex', 'I2'],
    ['ShowCmd', 'I2'],
    ['WkDir', 'S72'],
  ),
  AppSearch: shape(2, ['Property', 's72'], ['Signature_', 's72']),
  RegLocator: shape(1, ['Signature_', 's72'], ['Root', 'i2'], ['Key', 's255'], ['Name', 'S255'], ['Type', 'I2']),
  LaunchCondition: shape(1, ['Condition', 's255'], ['Description', 'l255']),
  Upgrade: shape(
    5,
    ['UpgradeCode', 's38'],
    ['VersionMin', 'S20'],
    ['VersionMax', 'S20'],
    ['Language', 'S255'],
    ['Attributes', 'i4'],
    ['Remove', 'S255'],
    ['ActionProperty', 's72'],
  ),
  CustomAction: shape(1, ['Action', 's72'], ['Type', 'i2'], ['Source', 'S72'], ['Target', 'S255']),
  ServiceInstall: shape(
    1,
    ['ServiceInstall', 's72'],
    ['Name', 's255'],
    ['DisplayName', 'L255'],
    ['ServiceType', 'i4'],
    ['StartType', 'i4'],
    ['ErrorControl', 'i4'],
    ['LoadOrderGroup', 'S255'],
    ['Dependencies', 'S255'],
    ['StartName', 'S255'],
    ['Password', 'S255'],
    ['Arguments', 'S255'],
    ['Component_', 's72'],
    ['Description', 'L255'],
  ),
  ServiceControl: shape(
    1,
    ['ServiceControl', 's72'],
    ['Name', 'l255'],
    ['Event', 'i2'],
    ['Arguments', 'L255'],
    ['Wait', 'I2'],
    ['Component_', 's72'],
  ),
  MsiServiceConfig: shape(
    1,
    ['MsiServiceConfig', 's72'],
    ['Name', 's255'],
    ['Event', 'i2'],
    ['ConfigType', 'i4'],
    ['Argument', 'S0'],
    ['Component_', 's72'],
  ),
  MsiLockPermissionsEx: shape(
    1,
    ['MsiLockPermissionsEx', 's72'],
    ['LockObject', 's72'],
    ['Table', 's32'],
    ['SDDLText', 's0'],
    ['Condition', 'S255'],
  ),
  InstallExecuteSequence: SEQUENCE,
  InstallUISequence: SEQUENCE,
  AdminExecuteSequence: SEQUENCE,
  AdvtExecuteSequence: SEQUENCE,
} as const satisfies Record<string, TableShape>

export type TableName = keyof typeof TABLES
export type Database = Readonly<Partial<Record<TableName, readonly Row[]>>>

/** The table as msibuild reads it: names, types, keys, then a row a line with tabs between. Throws for a row that does not fit its table. */
export function idtOf(name: TableName, rows: readonly Row[]): string {
  const { keys, columns }: TableShape = TABLES[name]
  const lines = rows.map((row) => {
    if (row.length !== columns.length) throw new Error(`${name}: ${row.length} cells for ${columns.length} columns: ${row.join(' | ')}`)
    return row.map((cell, place) => cellText(name, columns[place] as Column, cell)).join('\t')
  })
  const head = [
    columns.map(([column]) => column),
    columns.map(([, type]) => type),
    [name, ...columns.slice(0, keys).map(([column]) => column)],
  ]
  return [...head.map((cells) => cells.join('\t')), ...lines, ''].join('\r\n')
}

function cellText(table: TableName, [column, type]: Column, cell: Cell): string {
  if (cell === undefined) {
    if (/^[a-z]/.test(type)) throw new Error(`${table}.${column} must hold something`)
    return ''
  }
  const text = String(cell)
  // The file has no way to write these, and no cell of ours needs them.
  if (/[\t\r\n]/.test(text)) throw new Error(`${table}.${column} holds a line break: ${JSON.stringify(text)}`)
  const longest = Number(type.slice(1))
  if (/^[sl]/i.test(type) && longest > 0 && text.length > longest) throw new Error(`${table}.${column} is longer than ${longest}: ${text}`)
  return text
}
