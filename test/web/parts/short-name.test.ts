/** Short names in the list still tell one processor from another. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortName } from '#web/parts/short-name.ts'

const PROCESSORS: readonly [whole: string, short: string][] = [
  ['Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz', 'i3-4150'],
  ['12th Gen Intel(R) Core(TM) i5-1235U', 'i5-1235U'],
  ['Intel(R) Pentium(R) CPU G2030 @ 3.00GHz', 'Pentium G2030'],
  ['Pentium(R) Dual-Core CPU E5300 @ 2.60GHz', 'Pentium E5300'],
  ['Intel(R) Core(TM)2 Duo CPU E7500 @ 2.93GHz', 'Core 2 Duo E7500'],
  ['Intel(R) Xeon(R) CPU E3-1220 v3 @ 3.10GHz', 'Xeon E3-1220 v3'],
  ['Intel(R) Core(TM) Ultra 5 125H', 'Core Ultra 5 125H'],
  ['Intel(R) N100', 'N100'],
  ['AMD Ryzen 5 3400G with Radeon Vega Graphics', 'Ryzen 5 3400G'],
  ['AMD A8-7600 Radeon R7, 10 Compute Cores 4C+4G', 'A8-7600'],
  ['AMD Ryzen 7 5700X 8-Core Processor', 'Ryzen 7 5700X'],
  ['QEMU Virtual CPU version 2.5+', 'QEMU Virtual version 2.5+'],
  ['Apple M2', 'Apple M2'],
  ['CPU', 'CPU'],
]

for (const [whole, short] of PROCESSORS) {
  test(`${whole} is ${short} in the list`, () => assert.equal(shortName(whole, 'processor'), short))
}

test('a system loses its maker, anything else only the marks of rights', () => {
  assert.equal(shortName('Microsoft Windows 10 Pro', 'system'), 'Windows 10 Pro')
  assert.equal(shortName('Windows 10 Enterprise LTSC 2019', 'system'), 'Windows 10 LTSC 2019')
  assert.equal(shortName('Windows 10 Enterprise', 'system'), 'Windows 10 Enterprise')
  assert.equal(shortName('Core(TM) i3', undefined), 'Core i3')
  assert.equal(shortName('Microsoft Corporation', undefined), 'Microsoft Corporation')
})
