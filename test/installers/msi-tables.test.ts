/** The tables of the MSI: what does not fit them stops the build, secrets stand in no row that Windows logs, every file is installed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentPackage } from '../../installers/windows/msi/agent-package.ts'
import { idtOf, TABLES, type TableName } from '../../installers/windows/msi/tables.ts'
import { guidFrom } from '../../installers/windows/msi/write-msi.ts'

const files = [
  { name: 'node.exe', sizeBytes: 90_000_000, version: '24.21.0.0' },
  { name: 'agent.mjs', sizeBytes: 12_000 },
  { name: 'pac-engine.mjs', sizeBytes: 300_000 },
  { name: 'setup.mjs', sizeBytes: 2_000 },
  { name: 'somay-service.exe', sizeBytes: 19_000 },
]
const database = agentPackage({ version: '1.2.3', files, productCode: guidFrom('x'), guidOf: guidFrom })
const PROPERTIES = ['COLLECTOR_URL', 'ENROL_TOKEN', 'UNIT_CODE', 'PROXY', 'CA_FILE', 'UPDATE_KEY', 'MODE', 'WINDOW']
const rows = (name: TableName) => database[name] ?? []

test('every row fits its table, and a row that does not is refused with its place', () => {
  for (const name of Object.keys(TABLES) as TableName[]) assert.ok(idtOf(name, rows(name)).startsWith(TABLES[name].columns[0]?.[0] ?? '?'))
  assert.throws(() => idtOf('Property', [['ProductName']]), /Property: 1 cells for 2 columns/)
  assert.throws(() => idtOf('Property', [['ProductName', undefined]]), /Property.Value must hold something/)
  assert.throws(() => idtOf('Property', [['A', 'one\ttwo']]), /Property.Value holds a line break/)
  assert.throws(() => idtOf('Component', [['C', guidFrom('c'), 'x'.repeat(73), 0, undefined, undefined]]), /longer than 72/)
})

test('the window is a feature of its own that WINDOW=0 and weak PCs leave out; its files lie in folders, and its names are stable', () => {
  const inside = ['electron/electron.exe', 'electron/locales/vi.pak', 'electron/resources/app/desktop/main.cjs', 'electron/LICENSE']
  const withWindow = agentPackage({
    version: '1.2.3',
    files: [...files, ...inside.map((name) => ({ name, sizeBytes: 1 }))],
    productCode: guidFrom('x'),
    guidOf: guidFrom,
  })
  for (const name of Object.keys(TABLES) as TableName[]) idtOf(name, withWindow[name] ?? [])
  const own = withWindow.FeatureComponents?.filter(([feature]) => feature === 'Window').map(([, component]) => component)
  const itsFiles = withWindow.File?.filter(([, component]) => own?.includes(component)) ?? []
  assert.deepEqual(
    itsFiles.map(([, , name]) => String(name).split('|')[1]),
    inside.map((name) => name.split('/').at(-1)),
  )
  assert.equal(own?.length, inside.length + 1)
  const pathOf = (directory: unknown): string => {
    const [, parent, name] = withWindow.Directory?.find(([key]) => key === directory) ?? []
    return parent === undefined ? '' : `${pathOf(parent)}/${String(name).split('|').at(-1)}`
  }
  const folders = withWindow.Component?.filter(([name]) => itsFiles.some(([, component]) => component === name)).map(([, , folder]) =>
    pathOf(folder),
  )
  assert.deepEqual(
    folders,
    inside.map((name) => `/./SoMay/Agent/${name.slice(0, name.lastIndexOf('/'))}`),
  )
  assert.deepEqual(withWindow.Condition, [['Window', 0, 'NOT Installed AND (WINDOW = "0" OR MODE = "scheduled")']])
  assert.deepEqual(database.Feature?.length, 1)
  assert.deepEqual([database.Shortcut, database.Condition], [[], []])
})

test('every file has a component of the one feature, and keys are never given twice', () => {
  const components = new Set(rows('FeatureComponents').map(([, component]) => component))
  assert.equal(rows('File').length, files.length)
  for (const [, component] of rows('File')) assert.ok(components.has(component), String(component))
  for (const [component] of rows('Component')) assert.ok(components.has(component), String(component))
  for (const name of Object.keys(TABLES) as TableName[]) {
    const keys = rows(name).map((row) => row.slice(0, TABLES[name].keys).join('|'))
    assert.equal(new Set(keys).size, keys.length, name)
  }
})

test('a token or a proxy with its password stands in no row that Windows Installer writes to its log', () => {
  assert.doesNotMatch(JSON.stringify(rows('Registry')), /\[ENROL_TOKEN\]|\[PROXY\]/)
  const hidden = String(rows('Property').find(([name]) => name === 'MsiHiddenProperties')?.[1]).split(';')
  assert.deepEqual(hidden.sort(), ['ENROL_TOKEN', 'KEPT_ENROL_TOKEN', 'KEPT_PROXY', 'PROXY'])
  const carrying = rows('CustomAction').filter(([, , , target]) => /\[(ENROL_TOKEN|PROXY)\]/.test(String(target)))
  assert.equal(carrying.length, 1)
  // msidbCustomActionTypeHideTarget
  for (const [, type] of carrying) assert.ok((Number(type) & 8192) !== 0)
})

test('a removal that fails gives weak PCs their task back: nothing else would start the agent again', () => {
  const sequence = rows('InstallExecuteSequence')
  const placeOf = (action: string) => Number(sequence.find(([name]) => name === action)?.[2])
  const [, condition] = sequence.find(([name]) => name === 'ScheduleAgain') ?? []
  assert.equal(condition, 'REMOVE = "ALL" AND KEPT_MODE = "scheduled"')
  const own = sequence.filter(([, , place]) => Number(place) > placeOf('ScheduleAgain')).map(([name]) => name)
  // Undone in the reverse order: its files are there again by then.
  assert.equal(own[0], 'Unschedule')
  assert.ok(own.includes('RemoveFiles'))
  const [, type, source, target] = rows('CustomAction').find(([name]) => name === 'ScheduleAgain') ?? []
  // An installed program, by the script, as the system, on rollback.
  assert.deepEqual([type, source, target], [18 + 1024 + 2048 + 256, 'node.exe', '"[INSTALLDIR]setup.mjs" schedule'])
})

test('a repair, which anybody may start, is told nothing: secrets are not written again, and settings are those that are there', () => {
  const conditions = new Map(rows('InstallExecuteSequence').map(([name, condition]) => [name, condition]))
  assert.equal(conditions.get('KeepSecrets'), 'NOT Installed')
  for (const property of PROPERTIES) assert.equal(conditions.get(`Keep_${property}`), `Installed OR (KEPT_${property} AND NOT ${property})`)
  const secure = String(rows('Property').find(([name]) => name === 'SecureCustomProperties')?.[1])
  assert.doesNotMatch(secure, /KEPT_/)
})

test('a value with a double quote, which would break out of a command line of the system, is refused', () => {
  assert.deepEqual(
    rows('Property').find(([name]) => name === 'Quote'),
    ['Quote', '"'],
  )
  const conditions = rows('LaunchCondition').map(([condition]) => condition)
  for (const property of PROPERTIES) assert.ok(conditions.includes(`Installed OR NOT (${property} >< Quote)`), property)
})

test('a double click searches where it installs: nothing is searched for on the side without rights', () => {
  const inWindow = rows('InstallUISequence').map(([name]) => String(name))
  for (const name of ['FindRelatedProducts', 'AppSearch', 'LaunchConditions']) {
    assert.ok(!inWindow.includes(name), name)
    assert.ok(
      rows('InstallExecuteSequence').some(([own]) => own === name),
      name,
    )
  }
})

test('the data folder is taken in hand before anything is written to it', () => {
  const placeOf = (action: string) => Number(rows('InstallExecuteSequence').find(([name]) => name === action)?.[2])
  assert.ok(placeOf('InstallFiles') < placeOf('ClaimData') && placeOf('ClaimData') < placeOf('Schedule'))
  // It sets permissions on what it finds.
  assert.ok(placeOf('ClaimData') < placeOf('CreateFolders'))
  assert.ok(placeOf('ClaimData') < placeOf('StartServices'))
})

test('what the sequences name is there, and each action has a place of its own', () => {
  const own = new Set(rows('CustomAction').map(([name]) => name))
  const used = new Set(rows('InstallExecuteSequence').map(([name]) => name))
  for (const name of own) assert.ok(used.has(name), String(name))
  for (const name of ['InstallExecuteSequence', 'InstallUISequence', 'AdminExecuteSequence', 'AdvtExecuteSequence'] as const) {
    const places = rows(name).map(([, , place]) => place)
    assert.equal(new Set(places).size, places.length, name)
  }
})

test('the same contents are the same product; a name is always the same component', () => {
  assert.match(guidFrom('a'), /^\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}$/)
  assert.equal(guidFrom('a'), guidFrom('a'))
  const again = agentPackage({ version: '1.3.0', files, productCode: guidFrom('y'), guidOf: guidFrom })
  assert.deepEqual(
    again.Component?.map(([name, guid]) => [name, guid]),
    database.Component?.map(([name, guid]) => [name, guid]),
  )
})
