/** Every pair of colours that is used together is readable, in light and dark (WCAG 2.2, 1.4.3 and 1.4.11). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

const TEXT = 4.5
const SHAPE = 3

const PAIRS: readonly [front: string, back: string, least: number][] = [
  ...['ink', 'soft', 'accent', 'good', 'attention', 'bad', 'unknown', 'exempt'].flatMap((front) =>
    ['paper', 'sunken', 'chosen'].map((back) => [front, back, TEXT] as [string, string, number]),
  ),
  ['on-accent', 'accent', TEXT],
  ['paper', 'ink', TEXT],
  ['edge', 'paper', SHAPE],
  ['edge', 'sunken', SHAPE],
]

const css = await readFile(new URL('../../../shared/src/styles/tokens.css', import.meta.url), 'utf8')
const [lightCss, darkCss] = css.split(/\[data-theme=.dark.\]/)

function tokensOf(text: string | undefined): Map<string, string> {
  return new Map([...(text ?? '').matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]))
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the measure itself is right', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.ok(contrast('#777777', '#ffffff') < TEXT)
})

for (const [theme, tokens] of [
  ['light', tokensOf(lightCss)],
  ['dark', tokensOf(darkCss)],
] as const) {
  test(`every pair is readable in ${theme}`, () => {
    const poor = PAIRS.flatMap(([front, back, least]) => {
      const ratio = contrast(tokens.get(front) ?? 'missing', tokens.get(back) ?? 'missing')
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`]
    })
    assert.deepEqual(poor, [])
  })
}

test('dark has its own value for every colour of light', () => {
  assert.deepEqual([...tokensOf(darkCss).keys()].sort(), [...tokensOf(lightCss).keys()].sort())
})
