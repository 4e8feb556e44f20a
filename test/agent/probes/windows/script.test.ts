/** The inventory script, put together as it ships, against a real grammar of PowerShell and the rules of the house. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SCRIPT_NAME } from '#agent/probes/windows/run-inventory.ts'
import { SECTIONS } from '#agent/probes/windows/sections.ts'
import { powershellParser } from './powershell-grammar.ts'
import { sinsIn } from './script-rules.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const FOLDER = `${ROOT}agent/src/probes/windows`
const composer = new URL('../../../../installers/source/compose-inventory.mjs', import.meta.url).href
const { composeInventory } = (await import(composer)) as { composeInventory: (root: string) => string }
const script = composeInventory(ROOT)
const parse = await powershellParser()

test('the whole script is PowerShell that 5.1 can run, reads only, and writes nothing but its JSON', () => {
  assert.deepEqual(sinsIn(parse(script)), [])
})

test('the build puts the script beside the bundle, under the name the agent looks for', () => {
  const build = readFileSync(`${ROOT}installers/source/build.mjs`, 'utf8')
  assert.ok(build.includes(`'agent/dist/${SCRIPT_NAME}'), composeInventory(root)`))
})

test('the script is ASCII with Windows line ends, and every section opens with its sentence', () => {
  assert.match(script, /^[\r\n\x20-\x7e]+$/)
  assert.equal(script.replaceAll('\r\n', '').includes('\n'), false)
  for (const name of readdirSync(`${FOLDER}/sections`))
    assert.match(readFileSync(`${FOLDER}/sections/${name}`, 'utf8'), /^# \S.*\.\n/, name)
})

test('sections of the script and of the agent are the same, and no section may outlast the script', () => {
  const files = readdirSync(`${FOLDER}/sections`).map((name) => name.replace(/\.ps1$/, ''))
  assert.deepEqual(files.sort(), Object.keys(SECTIONS).sort())
  for (const [name, { limitSeconds }] of Object.entries(SECTIONS)) assert.ok(limitSeconds < 150, name)
})

test('every part a parser asks for is written by its section, and every part written is asked for', () => {
  const sources = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))
  const asked = sources.flatMap((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/\s+/g, ' ')
    return [...text.matchAll(/(?:partOf|rowsOf|rowOf)\( ?windows, '([a-z-]+)', '(\w+)'/g)].map(([, section, part]) => `${section}.${part}`)
  })
  // The letter of the system's volume is asked for in two sections by one function.
  const expected = new Set([...asked, 'volumes.systemDrive', 'encryption.systemDrive'])
  const written = Object.keys(SECTIONS).flatMap((section) =>
    [...readFileSync(`${FOLDER}/sections/${section}.ps1`, 'utf8').matchAll(/Read-Part '(\w+)'/g)].map(([, part]) => `${section}.${part}`),
  )
  assert.deepEqual(written.sort(), [...expected].sort())
})

for (const [sin, rule] of [
  ['if ($a { 1 }', /syntax/],
  ['$a = $b ? 1 : 2', /syntax/],
  ['$a = $b ?? 1', /syntax/],
  ['$a ??= 1', /syntax/],
  ['$a?.Name', /syntax/],
  ['$a = "unfinished', /syntax/],
  ['Get-Rows 1 && Get-Rows 2', /newer than 5\.1/],
  ['Get-Rows 1 || Get-Rows 2', /newer than 5\.1/],
  ['$a | ForEach-Object -Parallel { 1 }', /./],
  ['$a | % { 1 }', /alias/],
  ['$a | ? { $_ }', /alias/],
  ['gwmi Win32_Bios', /alias or program/],
  ['ConvertFrom-Json $a -AsHashtable', /parameter newer/],
  ['Get-Error', /cmdlet newer/],
  ['Get-Uptime', /cmdlet newer/],
  ['using namespace System.Text', /using/],
  ['using module Storage', /using/],
  ['Write-Host "hello"', /writes into the output/],
  ['Write-Output 1', /writes into the output/],
  ['Get-PhysicalDisk', /cmdlet not on the list/],
  ['Get-CimInstance Win32_Bios', /cmdlet not on the list/],
  ['Invoke-Expression $a', /starts something/],
  ['Add-Type -TypeDefinition $a', /starts something/],
  ['. .\\other.ps1', /loads another file/],
  ['cmd.exe /c ver', /alias or program/],
  ['$key.SetValue("a", 1)', /changes something/],
  ['$downloader.Download()', /changes something/],
  ['New-Object Text > C:\\out.txt', /writes elsewhere/],
  ['class A { }', /classes/],
  ["$a = 'DigitalProductId'", /never be read/],
  ['$a = "SELECT SSID FROM X"', /never be read/],
  ["$a = 'GetKeyProtectorNumericalPassword'", /never be read/],
] as const) {
  test(`catches the planted sin: ${sin}`, () => {
    const found = sinsIn(parse(`function Get-Rows($x) { return $x }\n${sin}\n`))
    assert.ok(
      found.some((one) => rule.test(one.rule)),
      JSON.stringify(found),
    )
  })
}
