/** Checks a report against the shared schemas, without changing it; the first thing wrong is named with its place. */
import { FACTS, isFactName } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Report, ReportSchema } from '@somay/shared/report.ts'
import { Compile } from 'typebox/compile'
import { Problem } from '../platform/problem.ts'

const reportValidator = Compile(ReportSchema)

const factValidators = new Map(Object.entries(FACTS).map(([name, spec]) => [name, Compile(spec.value)]))

export function checkReport(body: unknown): asserts body is Report {
  if (reportValidator.Check(body)) return
  throw new Problem('body-invalid', firstError(reportValidator, body))
}

/** A fact this version does not know is kept as it came; a known one must have the shape of its spec. */
export function checkFact(name: string, body: FactBody): void {
  if (!('known' in body) || !isFactName(name)) return
  const validator = factValidators.get(name)
  if (!validator || validator.Check(body.known)) return
  throw new Problem('fact-invalid', `${name}${firstError(validator, body.known)}`)
}

function firstError(validator: { Errors(value: unknown): { instancePath: string; message: string }[] }, value: unknown): string {
  const [first] = validator.Errors(value)
  return first ? `${first.instancePath}: ${first.message}` : ': invalid'
}
