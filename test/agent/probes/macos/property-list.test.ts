/** Property lists in XML. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { propertyListIn } from '#agent/probes/macos/property-list.ts'

const list = (inside: string) => propertyListIn(`<?xml version="1.0"?>\n<!DOCTYPE plist>\n<plist version="1.0">\n${inside}\n</plist>\n`)

test('every kind of value', () => {
  const inside = `<dict>
    <key>a &amp; b</key><string>&lt;Safari&gt; &#233;&#xE9; &unknown;</string>
    <key>none</key><string></string><key>empty</key><string/>
    <key>yes</key><true/><key>no</key><false/>
    <key>count</key><integer>-3</integer><key>part</key><real>0.5</real>
    <key>at</key><date>2026-11-21T18:40:12Z</date><key>bytes</key><data>AAEC</data>
    <!-- <key>not</key> -->
    <key>list</key><array><dict/><array/><string>x</string></array>
  </dict>`
  assert.deepEqual(list(inside), {
    'a & b': '<Safari> éé &unknown;',
    none: '',
    empty: '',
    yes: true,
    no: false,
    count: -3,
    part: 0.5,
    at: '2026-11-21T18:40:12Z',
    bytes: '',
    list: [{}, [], 'x'],
  })
})

test('what is cut off, misshapen or no list at all is none, and never an empty one', () => {
  for (const text of ['', 'x', '{}', '<plist>', '<plist version="1.0"><dict><key>a</key>', '<plist><dict></plist>'])
    assert.equal(propertyListIn(text), undefined, text)
  for (const inside of [
    '<dict><key>a</key></dict>',
    '<dict><string>a</string></dict>',
    '<dict><key>a</key><integer>many</integer></dict>',
    '<array><integer/></array>',
    '<string>a</integer>',
    '<dict/><dict/>',
    '<thing>a</thing>',
    '<array>text</array>',
  ])
    assert.equal(list(inside), undefined, inside)
})

test('a list that goes on inside itself ends the reading, not the agent', () => {
  assert.equal(list('<array>'.repeat(10_000) + '</array>'.repeat(10_000)), undefined)
})

test('a name every object has by nature is a name like others', () => {
  const found = list('<dict><key>__proto__</key><string>x</string></dict>')
  assert.ok(typeof found === 'object' && Object.hasOwn(found, '__proto__'))
})
