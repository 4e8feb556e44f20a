/** Every catalogue of texts is complete: both languages, the same places to fill, and Vietnamese composed as NFC. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { sayIn } from '#shared/text/catalogue.ts'

const FOLDERS = ['collector/web/text/', 'agent/src/window/text/'].map((path) => new URL(`../../../${path}`, import.meta.url))
const files = (
  await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => new URL(name, folder))),
  )
).flat()

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

for (const file of files) {
  test(`${file.pathname.split('/').slice(-4).join('/')} says everything in both languages`, async () => {
    const catalogues = Object.values((await import(file.href)) as Record<string, unknown>)
    for (const catalogue of catalogues.filter((one) => typeof one === 'object')) {
      for (const [key, words] of Object.entries(catalogue as Record<string, { vi: string; en: string }>)) {
        assert.ok(words.vi.trim() && words.en.trim(), key)
        assert.equal(words.vi, words.vi.normalize('NFC'), key)
        assert.deepEqual(placesOf(words.vi), placesOf(words.en), key)
        assert.ok(!/!/.test(words.vi + words.en), `${key}: no exclamation marks`)
      }
    }
  })
}

test('a text is filled where it has places, and a missing value leaves the place to be seen', () => {
  const say = sayIn({ found: { vi: 'Tìm thấy {count} máy', en: '{count} PCs found' } }, 'vi')
  assert.equal(say('found', { count: '2.132' }), 'Tìm thấy 2.132 máy')
  assert.equal(say('found', {}), 'Tìm thấy {count} máy')
})
