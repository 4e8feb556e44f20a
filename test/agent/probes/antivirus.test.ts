/** The antivirus probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('says which of the known products is there and whether it runs, not how fresh it is', async () => {
  const { products } = await knownOf('antivirus', 'clamav-off-kesl-on')
  assert.deepEqual(
    products.map(({ name, enabled, upToDate }) => [name, enabled, why(upToDate)]),
    [
      ['ClamAV', false, 'not-supported'],
      ['Kaspersky Endpoint Security', true, 'not-supported'],
    ],
  )
})

test('never says that there is none', async () => {
  assert.equal(await reasonOf('antivirus', 'none-known'), 'not-supported')
  assert.equal(await reasonOf('antivirus', 'no-systemd'), 'not-supported')
})

test('a system run by something else than systemd is not one that failed to answer', async () => {
  const detail = 'systemctl ended with 1: System has not been booted with systemd as init system (PID 1).'
  const show = 'systemctl show --property=LoadState --property=ActiveState clamav-daemon.service'
  assert.equal(await reasonOf('antivirus', { commands: { [show]: { kind: 'failed', detail } } }), 'not-supported')
})

test('a product whose state makes no sense is there, its state unknown', async () => {
  const [product] = (await knownOf('antivirus', 'garbage')).products
  assert.deepEqual([product?.name, why(product?.enabled)], ['Microsoft Defender', 'failed'])
})
