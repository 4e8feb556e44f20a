/** The desk where bundles are handed in: the order of sending, what stops it, what is kept and what is let go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk, type HandOver } from '#web/pages/bundles/desk.ts'
import { type RowState, tallyOf, unfinished } from '#web/pages/bundles/rows.ts'

const file = (name: string) => new File(['x'], name)
const IMPORTED: RowState = {
  kind: 'imported',
  imported: { pcId: 1, hostName: 'A', madeAt: 0, repeated: false, isNew: true, isOlder: false },
}
const REFUSED: RowState = { kind: 'refused', refusal: { code: 'bundle-not-readable', message: '', todo: '' } }

/** Answers as told by the file's name; notes what it was handed. */
function deskWith(answer: (name: string, unitId: number | undefined) => RowState | Promise<RowState>) {
  const sent: string[] = []
  const handOver: HandOver = async ({ name }, { carriedBy, unitId }) => {
    sent.push([name, carriedBy, ...(unitId === undefined ? [] : [unitId])].join(' '))
    return answer(name, unitId)
  }
  const desk = createDesk(handOver)
  return { desk, sent, kinds: () => desk.view().rows.map(({ state }) => state.kind) }
}

test('nothing is sent before the person says so, and then the earlier file of a PC goes first', async () => {
  const { desk, sent, kinds } = deskWith(() => IMPORTED)
  desk.add([file('B-2.somay'), file('A-2.somay'), file('B-1.somay'), file('A-1.somay')])
  assert.deepEqual([sent, kinds()], [[], ['waiting', 'waiting', 'waiting', 'waiting']])
  desk.sayWhoCarried('  chị Thoa ')
  await desk.start()
  assert.deepEqual(sent, ['A-1.somay chị Thoa', 'A-2.somay chị Thoa', 'B-1.somay chị Thoa', 'B-2.somay chị Thoa'])
  assert.deepEqual(kinds(), ['imported', 'imported', 'imported', 'imported'])
  assert.equal(desk.view().carriedBy, '  chị Thoa ', 'what was typed stays for the next files')
})

test('one file at a time is on its way', async () => {
  let underway = 0
  const { desk } = deskWith(async () => {
    underway++
    await Promise.resolve()
    assert.equal(underway--, 1)
    return IMPORTED
  })
  desk.add(['1', '2', '3'].map(file))
  await Promise.all([desk.start(), desk.start()])
  assert.equal(tallyOf(desk.view().rows).imported, 3)
})

test('a refused file does not hold up the others', async () => {
  const { desk, kinds } = deskWith((name) => (name === '2' ? REFUSED : IMPORTED))
  desk.add(['1', '2', '3'].map(file))
  await desk.start()
  assert.deepEqual(kinds(), ['imported', 'refused', 'imported'])
  assert.equal(unfinished(tallyOf(desk.view().rows)), 0)
})

test('files of unknown PCs wait for their unit, and go with it and with who carried them', async () => {
  const { desk, sent, kinds } = deskWith((_, unitId) => (unitId === undefined ? { kind: 'unit-needed' } : IMPORTED))
  desk.add(['1', '2', '3'].map(file))
  desk.sayWhoCarried('anh Nam')
  await desk.start()
  desk.sayWhoCarried('someone else')
  const ids = desk.view().rows.map(({ id }) => id)
  sent.length = 0
  await desk.assignUnit(ids.slice(0, 2), 7)
  assert.deepEqual(
    [sent, kinds()],
    [
      ['1 anh Nam 7', '2 anh Nam 7'],
      ['imported', 'imported', 'unit-needed'],
    ],
  )
  await desk.assignUnit(ids, 8)
  assert.equal(sent.at(-1), '3 anh Nam 8')
  assert.deepEqual(kinds(), ['imported', 'imported', 'imported'])
})

test('what would meet every file stops the sending, loses none, and lets it go on', async () => {
  let away = true
  const { desk, sent, kinds } = deskWith((name) => {
    if (name === '2' && away) throw new Error('the collector is away')
    return IMPORTED
  })
  desk.add(['1', '2', '3'].map(file))
  await desk.start()
  assert.deepEqual(kinds(), ['imported', 'waiting', 'waiting'])
  assert.match(String(desk.view().stoppedBy), /away/)
  assert.equal(desk.view().running, false)
  away = false
  await desk.start()
  assert.deepEqual([kinds(), desk.view().stoppedBy], [['imported', 'imported', 'imported'], undefined])
  assert.deepEqual(
    sent.map((one) => one.trim()),
    ['1', '2', '2', '3'],
  )
})

test('rows can be taken off, but not the one on its way', async () => {
  let go = () => {}
  const { desk, kinds } = deskWith((name) => (name === '1' ? new Promise((resolve) => (go = () => resolve(IMPORTED))) : REFUSED))
  desk.add(['1', '2', '3'].map(file))
  const sending = desk.start()
  for (const { id } of desk.view().rows.slice(0, 2)) desk.remove(id)
  assert.deepEqual(kinds(), ['sending', 'waiting'])
  go()
  await sending
  assert.deepEqual(kinds(), ['imported', 'refused'])
  desk.removeFinished()
  assert.deepEqual(kinds(), [])
})

test('another person at the same browser finds an empty desk', () => {
  const { desk } = deskWith(() => IMPORTED)
  desk.belongTo('an')
  desk.add([file('1')])
  desk.sayWhoCarried('anh Nam')
  desk.belongTo('an')
  assert.equal(desk.view().rows.length, 1)
  desk.belongTo('binh')
  assert.deepEqual([desk.view().rows, desk.view().carriedBy], [[], ''])
})
