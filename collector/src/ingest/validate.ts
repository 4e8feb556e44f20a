/** Checks a report against the shared schemas, without changing it; the first thing wrong is named with its place. */
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Report, ReportSchema } from '@somay/shared/report.ts'
import { Compile } from 'typebox/compile'
import { Problem } from '../platform/problem.ts'
import { wrongInFact } from '../store/fact-shape.ts'

const reportValidator = Compile(ReportSchema)

export function checkReport(body: unknown): asserts body is Report {
  if (reportValidator.Check(body)) return
  const [first] = reportValidator.Errors(body)
  throw new Problem('body-invalid', first ? `${first.instancePath}: ${first.message}` : ': invalid')
}

/** A fact this version does not know is kept as it came; a known one must have the shape of its spec. */
export function checkFact(name: string, body: FactBody): void {
  const wrong = wrongInFact(name, body)
  if (wrong !== undefined) throw new Problem('fact-invalid', `${name}${wrong}`)
}
