/** Commands of the ways of installing: whole, silent, and right where they are pasted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enrolCommands, WAYS } from '#web/pages/deployment/commands.ts'

test('every way names collector and token, and asks nothing', () => {
  const commands = enrolCommands('https://somay.tinh.gov.vn', 'som_enrol_abcdefghij')
  for (const way of WAYS) {
    assert.ok(commands[way].includes('https://somay.tinh.gov.vn') && commands[way].includes('som_enrol_abcdefghij'), way)
    assert.ok(!/msiexec/.test(commands[way]) || / \/qn /.test(commands[way]), way)
  }
})

test('a per cent sign of an address survives a batch file', () => {
  assert.match(enrolCommands('https://somay.tinh/a%20b', 'som_enrol_abcdefghij').stick, /https:\/\/somay\.tinh\/a%%20b/)
})
