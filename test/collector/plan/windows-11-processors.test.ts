/** Which processors Windows 11 takes: real ones on both sides of the line, with the CPUID they report and the list of Microsoft. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { windows11Takes } from '#collector/plan/reference/windows-11-processors.ts'
import { isUnknown, unknown } from '#shared/unknown.ts'

type Named = readonly [name: string, family: number, model: number, stepping: number]

const INTEL_REFUSED: readonly Named[] = [
  ['Pentium(R) 4 CPU 3.00GHz', 15, 4, 9],
  ['Pentium(R) D CPU 2.80GHz', 15, 4, 7],
  ['Core(TM)2 Duo CPU E8400', 6, 23, 10],
  ['Pentium(R) Dual-Core CPU E5800', 6, 23, 10],
  ['Xeon(R) CPU X5650', 6, 44, 2],
  ['Pentium(R) CPU P6200', 6, 37, 5],
  ['Core(TM) i5-2400', 6, 42, 7],
  ['Core(TM) i7-3770', 6, 58, 9],
  ['Xeon(R) CPU E5-1620', 6, 45, 7],
  ['Core(TM) i3-4130', 6, 60, 3],
  ['Core(TM) i5-4210U', 6, 69, 1],
  ['Core(TM) i7-4770HQ', 6, 70, 1],
  ['Core(TM) i5-5200U', 6, 61, 4],
  ['Core(TM) i7-5820K', 6, 63, 2],
  ['Celeron(R) CPU J1900', 6, 55, 8],
  ['Celeron(R) CPU N3060', 6, 76, 4],
  ['Core(TM) i5-6200U', 6, 78, 3],
  ['Core(TM) i5-6500', 6, 94, 3],
  ['Xeon(R) CPU E5-2680 v4', 6, 79, 1],
  ['Celeron(R) CPU N3350', 6, 92, 9],
  ['Pentium(R) CPU N4200', 6, 92, 10],
  ['Core(TM) i5-7200U', 6, 142, 9],
  ['Core(TM) i3-7020U', 6, 142, 9],
  ['Core(TM) i5-7500', 6, 158, 9],
  ['Core(TM) i7-7700', 6, 158, 9],
]

const INTEL_TAKEN: readonly Named[] = [
  ['Core(TM) i7-7800X', 6, 85, 4],
  ['Xeon(R) W-2145', 6, 85, 4],
  ['Core(TM) i9-10980XE', 6, 85, 7],
  ['Celeron(R) N4000', 6, 122, 1],
  ['Celeron(R) J4125', 6, 122, 8],
  ['Core(TM) i5-8250U', 6, 142, 10],
  ['Core(TM) i5-8265U', 6, 142, 11],
  ['Core(TM) i5-10210U', 6, 142, 12],
  ['Core(TM) i5-8400', 6, 158, 10],
  ['Core(TM) i3-8100', 6, 158, 11],
  ['Core(TM) i5-9600K', 6, 158, 12],
  ['Core(TM) i7-9700', 6, 158, 13],
  ['Core(TM) i5-1035G1', 6, 126, 5],
  ['Core(TM) i5-10400', 6, 165, 3],
  ['Core(TM) i7-10750H', 6, 165, 2],
  ['11th Gen Core(TM) i5-1135G7', 6, 140, 1],
  ['11th Gen Core(TM) i5-11400', 6, 167, 1],
  ['12th Gen Core(TM) i5-12400', 6, 151, 5],
  ['12th Gen Core(TM) i5-1235U', 6, 154, 4],
  ['Celeron(R) N5105', 6, 156, 0],
  ['13th Gen Core(TM) i5-13400', 6, 191, 2],
  ['13th Gen Core(TM) i5-1335U', 6, 186, 3],
]

const AMD_REFUSED: readonly Named[] = [
  ['Athlon(tm) 64 X2 Dual Core Processor 5000+', 15, 67, 3],
  ['Athlon(tm) II X2 250', 16, 6, 3],
  ['A8-3870 APU', 18, 1, 0],
  ['FX(tm)-6300', 21, 2, 0],
  ['A10-5800K APU', 21, 16, 1],
  ['A9-9425', 21, 112, 0],
  ['A6-7310 APU', 22, 48, 1],
  ['Ryzen 5 1600X', 23, 1, 1],
  ['Ryzen 7 1700', 23, 1, 1],
  ['Ryzen 3 2200G', 23, 17, 0],
  ['Ryzen 5 2400G', 23, 17, 0],
  ['Athlon 200GE', 23, 17, 0],
]

const AMD_TAKEN: readonly Named[] = [
  ['Ryzen 5 2600', 23, 8, 2],
  ['Ryzen 7 2700X', 23, 8, 2],
  ['Ryzen 3 3200G', 23, 24, 1],
  ['Athlon Silver 3050e', 23, 32, 1],
  ['Ryzen 5 3600', 23, 113, 0],
  ['Ryzen 5 4500U', 23, 96, 1],
  ['Ryzen 5 5500U', 23, 104, 1],
  ['Ryzen 3 7320U', 23, 160, 0],
  ['Ryzen 5 5600G', 25, 80, 0],
  ['Ryzen 7 5800X', 25, 33, 0],
  ['Ryzen 7 7840HS', 25, 116, 1],
  ['Ryzen AI 9 HX 370', 26, 36, 0],
]

const processor = (vendor: string, [name, family, model, stepping]: Named) => ({
  name,
  vendor,
  family,
  model,
  stepping,
  sockets: 1,
  cores: 2,
  threads: 4,
  maxMhz: 3_000,
  architecture: 'x64' as const,
})

for (const [vendor, taken, list] of [
  ['GenuineIntel', false, INTEL_REFUSED],
  ['GenuineIntel', true, INTEL_TAKEN],
  ['AuthenticAMD', false, AMD_REFUSED],
  ['AuthenticAMD', true, AMD_TAKEN],
] as const) {
  test(`${vendor}: ${list.length} that are ${taken ? 'taken' : 'refused'}`, () => {
    for (const named of list) assert.equal(windows11Takes(processor(vendor, named)), taken, named[0])
  })
}

test('the table has sixty processors and more', () => {
  assert.ok(INTEL_REFUSED.length + INTEL_TAKEN.length + AMD_REFUSED.length + AMD_TAKEN.length >= 60)
})

test('those the list names against the rule: one is taken, of the others nobody can tell', () => {
  assert.equal(windows11Takes(processor('GenuineIntel', ['Intel(R) Celeron(R) CPU 3867U @ 1.80GHz', 6, 142, 9])), true)
  assert.ok(isUnknown(windows11Takes(processor('GenuineIntel', ['Intel(R) Core(TM) i7-7820HQ CPU', 6, 158, 9]))))
  // Amber Lake: of the 8th generation, with the CPUID of the 7th.
  for (const name of ['Core(TM) m3-8100Y', 'Core(TM) i5-8200Y', 'Core(TM) i5-8210Y', 'Core(TM) i7-8500Y', 'Pentium(R) CPU 4425Y'])
    assert.ok(isUnknown(windows11Takes(processor('GenuineIntel', [name, 6, 142, 9]))), name)
  assert.equal(windows11Takes(processor('GenuineIntel', ['Core(TM) i5-7200U', 6, 142, 9])), false)
  assert.ok(isUnknown(windows11Takes(processor('AuthenticAMD', ['AMD Athlon 3000G with Radeon Vega Graphics', 23, 17, 0]))))
})

test('what was not read, and makers without a rule, are undetermined and never refused', () => {
  const i5 = processor('GenuineIntel', ['i5-8400', 6, 158, 10])
  assert.deepEqual(windows11Takes({ ...i5, model: unknown('access-denied') }), unknown('access-denied'))
  assert.deepEqual(windows11Takes({ ...i5, stepping: unknown('failed') }), unknown('failed'))
  assert.deepEqual(windows11Takes({ ...i5, vendor: unknown('not-supported') }), unknown('not-supported'))
  assert.ok(isUnknown(windows11Takes({ ...i5, vendor: 'CentaurHauls' })))
  assert.equal(windows11Takes({ ...i5, architecture: 'x86' }), false)
  assert.equal(windows11Takes({ ...i5, architecture: 'arm64', name: 'Snapdragon (TM) 8cx Gen 3' }), true)
  assert.ok(isUnknown(windows11Takes({ ...i5, architecture: 'arm64', name: 'Cortex-A72' })))
})
