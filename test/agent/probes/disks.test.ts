/** The disks probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

test('reads a spinning SATA disk whole, and counts neither loop devices nor the DVD drive', async () => {
  assert.deepEqual((await knownOf('disks', 'spinning-sata')).disks, [
    {
      name: 'sda',
      model: 'ST500DM002-1BD142',
      serial: 'Z3TABC12',
      sizeBytes: 500_107_862_016,
      kind: 'hdd',
      bus: 'SATA',
      health: 'good',
      removable: false,
      holdsSystem: true,
    },
  ])
})

test('finds the system disk under LVM and encryption, and a failing disk', async () => {
  const { disks } = await knownOf('disks', 'nvme-under-lvm-and-usb-stick')
  const [nvme, stick] = disks
  assert.deepEqual([nvme?.name, nvme?.kind, nvme?.bus, nvme?.health, nvme?.holdsSystem], ['nvme0n1', 'ssd', 'NVMe', 'failing', true])
  assert.deepEqual([stick?.bus, stick?.removable, stick?.holdsSystem], ['USB', true, false])
  assert.equal(why(stick?.kind), 'not-supported')
  assert.equal(why(stick?.health), 'not-supported')
})

test('does not believe the "rotational" of a virtual disk', async () => {
  const [disk] = (await knownOf('disks', 'virtio')).disks
  assert.equal(disk?.kind, 'virtual')
  assert.equal(disk?.holdsSystem, true)
  assert.equal(why(disk?.health), 'not-supported')
})

test('says that a plain user may not ask for health', async () => {
  const [disk] = (await knownOf('disks', 'plain-user')).disks
  assert.equal(why(disk?.health), 'access-denied')
  assert.equal(disk?.serial, 'Z3TABC12')
})

const sata = fixture('disks', 'spinning-sata')
const SMART = 'smartctl --health --nocheck=standby --json /dev/sda'
const healthWhen = async (code: number, stdout: string) =>
  (await knownOf('disks', { ...sata, commands: { [SMART]: { kind: 'ok', code, stdout } } })).disks[0]?.health

test('an agent that is not root asks for health where it was given that capability, and only there', async () => {
  const healthWith = async (capAmb: string) => {
    const files = { ...sata.files, '/proc/self/status': `Name:\tnode\nCapAmb:\t${capAmb}\nNoNewPrivs:\t1\n` }
    return (await knownOf('disks', { ...sata, root: false, files })).disks[0]?.health
  }
  assert.equal(await healthWith('0000000000020004'), 'good')
  for (const without of ['0000000000000004', '0000000000000000', 'garbage']) assert.equal(why(await healthWith(without)), 'access-denied')
})

test('a disk that sleeps is not woken, and one that does not answer is not called bad', async () => {
  const saying = (string: string) => JSON.stringify({ smartctl: { messages: [{ string, severity: 'error' }] } })
  assert.equal(why(await healthWhen(2, saying('Device is in STANDBY mode, exit(2)'))), 'not-supported')
  for (const cause of ['Permission denied', 'Operation not permitted'])
    assert.deepEqual(await healthWhen(2, saying(`Smartctl open device: /dev/sda failed: ${cause}`)), {
      unknown: 'access-denied',
      detail: `Smartctl open device: /dev/sda failed: ${cause}`,
    })
  assert.equal(why(await healthWhen(4, saying('Unknown USB bridge [0x152d:0x0578 (0x508)]'))), 'failed')
})

test('errors in the past do not make a disk bad, and its own word does', async () => {
  assert.equal(await healthWhen(64, '{"smart_status": {"passed": true}}'), 'good')
  assert.equal(await healthWhen(8, '{"smart_status": {"passed": false}}'), 'failing')
})

test('a smartctl too old to answer in JSON leaves the health unknown', async () => {
  assert.equal(why(await healthWhen(1, 'smartctl 6.5\n=======> UNRECOGNIZED OPTION: json\n')), 'failed')
})

test('does not guess which disk holds the system in a container', async () => {
  const [disk] = (await knownOf('disks', 'container-without-block-device')).disks
  assert.equal(why(disk?.holdsSystem), 'not-supported')
})

test('makes nothing of garbage', async () => {
  const [disk] = (await knownOf('disks', 'garbage')).disks
  assert.equal(why(disk?.sizeBytes), 'failed')
  assert.equal(why(disk?.kind), 'failed')
  assert.equal(why(disk?.removable), 'failed')
  assert.equal(why(disk?.health), 'failed')
})

test('is unknown when the list of disks is denied, not an empty list', async () => {
  assert.equal(await reasonOf('disks', 'denied'), 'access-denied')
})
