/** Pages are read one ahead: in order, no further than one, and whoever stops or fails is followed by nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAhead } from '#collector/fleet/read-ahead.ts'

async function* pages(asked: number[], fails?: number): AsyncGenerator<number> {
  try {
    for (let page = 0; page < 4; page++) {
      asked.push(page)
      if (page === fails) throw new Error('the database is gone')
      yield page
    }
  } finally {
    asked.push(-1)
  }
}

test('all pages come in their order, and while one is written the next alone is asked for', async () => {
  const asked: number[] = []
  const read: [number, number[]][] = []
  for await (const page of readAhead(pages(asked))) read.push([page, [...asked]])
  assert.deepEqual(read, [
    [0, [0, 1]],
    [1, [0, 1, 2]],
    [2, [0, 1, 2, 3]],
    [3, [0, 1, 2, 3, -1]],
  ])
})

test('a failure comes after the pages before it, and to whom reads', async () => {
  const asked: number[] = []
  const read: number[] = []
  await assert.rejects(async () => {
    for await (const page of readAhead(pages(asked, 2))) read.push(page)
  }, /the database is gone/)
  assert.deepEqual(read, [0, 1])
})

test('whoever stops reading closes the list', async () => {
  const asked: number[] = []
  for await (const page of readAhead(pages(asked))) if (page === 1) break
  assert.deepEqual(asked, [0, 1, 2, -1])
})
