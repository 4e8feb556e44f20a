/** Monitors on Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { DENIED, macPc, profileOf, type Row } from './mac-pc.ts'

const displays = (row: Row) => ({ types: { SPDisplaysDataType: [{ sppci_model: 'Apple M1', spdisplays_ndrvs: [row] }] } })

test('Intel: the EDID of the monitor itself; neither a closed lid nor a tablet over AirPlay is a monitor', async () => {
  assert.deepEqual((await knownOf('monitors', macPc('macbook-pro-t2'))).monitors, [
    { manufacturer: 'LEN', model: 'LEN T24i-20', serial: 'VTEST001', madeYear: 2020, widthPx: 1_920, heightPx: 1_080 },
  ])
})

test('a built-in screen has the size of its panel, of which the EDID tells but half', async () => {
  const [screen] = (await knownOf('monitors', macPc('imac-intel'))).monitors
  assert.deepEqual([screen?.manufacturer, screen?.model, screen?.widthPx, screen?.heightPx], ['APP', 'iMac', 5_120, 2_880])
})

test('Apple silicon: the record of the screen in the registry, and no serial of all built-in screens alike', async () => {
  const [builtIn, outside] = (await knownOf('monitors', macPc('macbook-air-m1'))).monitors
  assert.deepEqual([builtIn?.manufacturer, builtIn?.model, builtIn?.widthPx, builtIn?.heightPx], ['APP', 'Color LCD', 2_560, 1_600])
  assert.deepEqual([why(builtIn?.serial), why(builtIn?.madeYear)], ['not-supported', 'not-supported'])
  assert.deepEqual(outside, {
    manufacturer: 'DEL',
    model: 'DELL P2421DC',
    serial: 'TST0A01',
    madeYear: 2021,
    widthPx: 2_560,
    heightPx: 1_440,
  })
})

test('without the registry the number of the monitor stands, and the size a person has set is not taken for its own', async () => {
  const [, outside] = (await knownOf('monitors', macPc('macbook-air-m1', { commands: { screens: DENIED } }))).monitors
  assert.deepEqual(
    [outside?.manufacturer, outside?.model, outside?.serial, outside?.madeYear],
    ['DEL', 'DELL P2421DC', String(0x3041424c), 2_021],
  )
  assert.deepEqual([why(outside?.widthPx), why(outside?.heightPx)], ['not-supported', 'not-supported'])
})

test('no monitor is an empty list when the adapter was read', async () => {
  assert.deepEqual((await knownOf('monitors', macPc('mac-mini-m2'))).monitors, [])
})

test('two alike monitors are told apart by their numbers, or not at all', async () => {
  const [adapter] = profileOf('macbook-air-m1').SPDisplaysDataType
  const [, row] = (adapter?.spdisplays_ndrvs ?? []) as Row[]
  const record = (serial: number) =>
    `+-o A\n      "DisplayAttributes" = {"ProductAttributes"={"SerialNumber"=${serial},"AlphanumericSerialNumber"="S${serial}","LegacyManufacturerID"=4268,"ProductID"=53496}}\n`
  const serialOf = async (number: string, screens = record(17) + record(18)) => {
    const pc = macPc('macbook-air-m1', {
      ...displays({ ...row, '_spdisplays_display-serial-number': number }),
      commands: { screens },
    })
    return (await knownOf('monitors', pc)).monitors[0]?.serial
  }
  assert.equal(await serialOf('12'), 'S18')
  assert.equal(await serialOf('2a'), '42')
  assert.equal(await serialOf('2a', record(17)), '42')
  assert.equal(await serialOf('12', record(18) + record(18)), '18')
})

test('a monitor that tells nothing of itself is still one, and a guest has no maker', async () => {
  const [silent] = (await knownOf('monitors', macPc('macbook-air-m1', displays({ spdisplays_online: 'spdisplays_yes' })))).monitors
  for (const part of Object.values(silent ?? {})) assert.equal(why(part), 'not-supported')
  const guest = {
    _name: 'Unknown Display',
    '_spdisplays_display-vendor-id': '756e6b6e',
    '_spdisplays_display-serial-number': '0',
    _spdisplays_edid: '0x00ff',
  }
  const [unnamed] = (await knownOf('monitors', macPc('macbook-air-m1', displays(guest)))).monitors
  assert.deepEqual([why(unnamed?.manufacturer), unnamed?.serial], ['not-supported', { placeholder: '' }])
})
