/** The address of the list holds the whole view, and nothing but the view. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  change,
  FIRST_VIEW,
  type ListView,
  nextPage,
  PAGE_SIZES,
  previousPage,
  readView,
  rowsBefore,
  sortBy,
  viewToExport,
  viewToQuery,
  viewToSearch,
  viewToTotal,
} from '#web/pages/pc-list/url-state.ts'

const word = fc.stringMatching(/^[a-zA-Z]{1,12}$/)

const plain = { noNullPrototype: true } as const

const anyView: fc.Arbitrary<ListView> = fc.record(
  {
    q: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim()),
    filters: fc.array(fc.record({ column: word, operator: word, value: fc.string({ unit: 'grapheme', maxLength: 30 }) }, plain), {
      maxLength: 5,
    }),
    sort: fc.record({ column: word, descending: fc.boolean() }, plain),
    columns: fc.option(fc.array(word, { minLength: 1, maxLength: 6 }), { nil: undefined }),
    trail: fc.array(word, { maxLength: 15 }),
    forgotten: fc.nat({ max: 1000 }),
    limit: fc.constantFrom(...PAGE_SIZES),
  },
  plain,
)

test('a view reopened from its address is the same view', () => {
  fc.assert(fc.property(anyView, (view) => assert.deepEqual(readView(viewToSearch(view)), view)))
})

test('the first view has no address of its own', () => {
  assert.equal(viewToSearch(FIRST_VIEW), '')
  assert.deepEqual(readView(''), FIRST_VIEW)
})

test('an address written by hand never breaks the page', () => {
  fc.assert(fc.property(fc.webQueryParameters(), (search) => void viewToQuery(readView(search))))
  assert.equal(readView('limit=7').limit, 50)
  assert.equal(readView('forgotten=-3').forgotten, 0)
  assert.deepEqual(readView('where=onlycolumn&sort=-').filters, [])
})

test('a value keeps its dots and commas', () => {
  const view = readView('where=osBuild.is.10.0.19045,22000')
  assert.deepEqual(view.filters, [{ column: 'osBuild', operator: 'is', value: '10.0.19045,22000' }])
  assert.equal(new URLSearchParams(viewToQuery(view)).get('where'), 'osBuild.is.10.0.19045,22000')
})

test('another selection or order starts on its first page', () => {
  const deep = nextPage(nextPage(FIRST_VIEW, 'one'), 'two')
  assert.deepEqual(change(deep, { q: 'x' }).trail, [])
  assert.deepEqual(sortBy(deep, 'unit'), { ...FIRST_VIEW, sort: { column: 'unit', descending: false } })
  assert.equal(sortBy(sortBy(deep, 'unit'), 'unit').sort.descending, true)
})

test('next and previous walk the same pages; rows are numbered through', () => {
  const second = nextPage(FIRST_VIEW, 'c1')
  const third = nextPage(second, 'c2')
  assert.equal(rowsBefore(third), 100)
  assert.equal(new URLSearchParams(viewToQuery(third)).get('after'), 'c2')
  assert.deepEqual(previousPage(third), second)
  assert.deepEqual(previousPage(second), FIRST_VIEW)
})

test('a long walk keeps a short address, still numbers its rows, and leads back to the first page', () => {
  let view: ListView = FIRST_VIEW
  for (let page = 1; page <= 40; page++) view = nextPage(view, `cursor-${page}`)
  assert.equal(view.trail.length, 15)
  assert.equal(rowsBefore(view), 40 * 50)
  for (let steps = 0; steps < 15; steps++) view = previousPage(view)
  assert.deepEqual(view, FIRST_VIEW)
})

test('an export asks for exactly the view, without its page, in the language of the person', () => {
  const view = nextPage(readView('q=đắk&where=memoryBytes.lt.8&sort=-unit'), 'cursor')
  const asked = new URLSearchParams(viewToExport(view, ['unit'], 'xlsx', 'en'))
  assert.deepEqual(
    [...asked],
    [
      ['q', 'đắk'],
      ['where', 'memoryBytes.lt.8'],
      ['sort', '-unit'],
      ['columns', 'name,unit'],
      ['format', 'xlsx'],
      ['language', 'en'],
    ],
  )
})

test('a total asks for one row and one column', () => {
  assert.equal(viewToTotal(readView('q=a&columns=unit&limit=200')), 'q=a&columns=name&limit=1')
})
