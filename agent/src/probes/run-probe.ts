/** Runs one probe so that whatever happens in it becomes a body of its fact: too late, thrown, or not fitting its own schema. */
import { FACTS, type FactName } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { Check, Errors } from 'typebox/value'
import type { Probe, ProbeContext, Read } from './probe.ts'

export async function runProbe(probe: Probe, context: ProbeContext): Promise<FactBody> {
  const { os } = context.platform
  const read: Read<never> | undefined = probe[os]
  if (!read) return unknown('not-supported', `${probe.fact} is not read on ${os}`)
  return checked(probe.fact, await inTime(read(context), probe))
}

async function inTime(reading: Promise<FactBody>, { fact, timeLimitMs }: Probe): Promise<FactBody> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<FactBody>((resolve) => {
    timer = setTimeout(() => resolve(unknown('timed-out', `${fact} took longer than ${timeLimitMs} ms`)), timeLimitMs)
  })
  try {
    return await Promise.race([reading, late])
  } catch (error) {
    return unknown('failed', error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** A value that does not fit would get the whole report refused; one bad probe must not silence a PC. */
function checked(fact: FactName, body: FactBody): FactBody {
  if (!('known' in body)) return body
  const { value } = FACTS[fact]
  if (Check(value, body.known)) return body
  const [first] = Errors(value, body.known)
  return unknown('failed', `what was read does not fit: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
}
