/** Which PCs can go to Windows 11, asked of every Windows that people sit at: yes, no with each thing in the way, or what must be read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure } from '#collector/plan/measures/measure.ts'
import type { Measures } from '#collector/plan/measures/measures.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { RULES } from '#collector/plan/rules/index.ts'
import { WINDOWS_11_RULES, windows11Of } from '#collector/plan/windows-11.ts'
import { HINDRANCES, readinessText } from '#shared/text/windows-11.ts'
import { unknown } from '#shared/unknown.ts'
import { known } from '../../make-report.ts'
import { GIB, GOOD_PC, WINDOWS_10 } from './good-pc.ts'

const NOT_READ = unknown('timed-out')
/** Windows 10 whose support goes on, as that of the long-term editions does. */
const LTSC = { ...WINDOWS_10, supportEndsOn: '2032-01-13' }

const told = (changes: Partial<Measures>, language: 'vi' | 'en' = 'en') => {
  const { state, hinders, missing } = windows11Of({ ...GOOD_PC, ...changes })
  return readinessText({ state, hinders: hinders.map(({ rule }) => rule), missing }, language)
}

test('asked whatever the state of its support, and answered in words', () => {
  for (const [changes, answer] of [
    [WINDOWS_10, 'ready'],
    [LTSC, 'ready'],
    [{}, 'already on Windows 11'],
    [{ onWindows11: false }, 'not asked'],
    [{ ...LTSC, windows11Processor: false }, 'not ready: processor'],
    [{ ...WINDOWS_10, windows11Processor: false, tpm: 'none', secureBootCapable: false }, 'not ready: processor, TPM 2.0, Secure Boot'],
    [{ ...WINDOWS_10, memoryBytes: 2 * GIB, memoryVisibleBytes: 1.9 * GIB, systemDiskBytes: 32e9 }, 'not ready: memory, system disk'],
    [{ ...WINDOWS_10, tpm: NOT_READ }, 'undetermined: read TPM'],
    // What is in the way is in the way, whatever was not read besides.
    [{ ...WINDOWS_10, tpm: NOT_READ, windows11Processor: false }, 'not ready: processor'],
    // Too little for sure, though by what it would be mended nobody read.
    [{ ...WINDOWS_10, memoryBytes: 2 * GIB, memoryFreeSlots: NOT_READ, memoryMaximumBytes: NOT_READ }, 'not ready: memory'],
    [{ ...WINDOWS_10, memoryBytes: NOT_READ, memoryVisibleBytes: 2.9 * GIB }, 'undetermined: read installed memory'],
    [{ mayGoToWindows11: NOT_READ, onWindows11: NOT_READ }, 'undetermined: read version of Windows'],
    [{ ...WINDOWS_10, windows11Processor: NOT_READ, bits64: false }, 'not ready: processor'],
  ] as const)
    assert.equal(told(changes), answer, JSON.stringify(changes))
  assert.equal(told({ ...WINDOWS_10, tpm: NOT_READ, systemDiskBytes: NOT_READ }, 'vi'), 'chưa xác định: cần đọc TPM, dung lượng ổ hệ thống')
})

test('Home and long-term editions of Windows 10 are asked, servers and other systems are not', () => {
  const state = (changes: object) => windows11Of({ ...GOOD_PC, ...pick(measure({ os: known('os', changes) }, undefined, BUILT_IN)) }).state
  assert.equal(state({ supportEdition: 'home', name: 'Windows 10 Home' }), 'ready')
  assert.equal(state({ supportEdition: 'ltsc', name: 'Windows 10 Enterprise LTSC 2019', build: 17_763 }), 'ready')
  assert.equal(state({ build: 7_601 }), 'ready')
  assert.equal(state({ build: 26_100, supportEdition: 'ltsc' }), 'already')
  assert.equal(state({ build: 20_348, supportEdition: 'server' }), 'not-asked')
  assert.equal(state({ build: 20_348, supportEdition: unknown('failed'), name: 'Windows Server 2022' }), 'not-asked')
  assert.equal(state({ family: 'linux', name: 'Debian GNU/Linux 12' }), 'not-asked')
  assert.equal(state({ build: unknown('access-denied') }), 'undetermined')
})

const pick = ({ mayGoToWindows11, onWindows11 }: Measures) => ({ mayGoToWindows11, onWindows11 })

test('all that Windows 11 asks has a word', () => {
  const asked = RULES.filter((rule) => rule.asked === 'windows-11')
  assert.deepEqual(
    asked.map(({ code }) => code),
    Object.keys(HINDRANCES),
  )
  assert.deepEqual(WINDOWS_11_RULES, asked)
})
