/** Parses the numbers of the kernel, which sysctl writes as "name: value", a line each. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because, textIn, wholeNumberIn } from '../because.ts'
import { type MacReading, textOf } from './profile.ts'

export function kernelText(mac: MacReading | undefined, name: string): string | Unknown {
  const sysctl = textOf(mac, 'sysctl')
  if (sysctl.kind !== 'read') return because(sysctl)
  const line = sysctl.value.split('\n').find((one) => one.startsWith(`${name}: `))
  return textIn(line?.slice(name.length + 2) ?? '', 200) ?? unknown('not-supported', `${name}: this Mac does not tell`)
}

export function kernelNumber(mac: MacReading | undefined, name: string): number | Unknown {
  const text = kernelText(mac, name)
  return typeof text === 'string' ? (wholeNumberIn(text) ?? unknown('failed', `${name}: not understood`)) : text
}

/** Counts and sizes that cannot be nothing. */
export function kernelCount(mac: MacReading | undefined, name: string): number | Unknown {
  const count = kernelNumber(mac, name)
  return count === 0 ? unknown('failed', `${name}: the kernel says 0`) : count
}
