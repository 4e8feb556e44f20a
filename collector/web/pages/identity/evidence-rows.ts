/** The evidence of two PCs held against each other, kind by kind. Pure. */
import type { IdentitySide } from '@somay/shared/api/identity.ts'
import { EVIDENCE_KINDS } from '@somay/shared/text/evidence.ts'

export type EvidenceRow = {
  readonly kind: string
  readonly one: readonly string[]
  readonly other: readonly string[]
  /** Undefined where only one of both told it. */
  readonly agrees: boolean | undefined
}

export function evidenceRows(one: IdentitySide, other: IdentitySide): EvidenceRow[] {
  const kinds = [...new Set([...Object.keys(EVIDENCE_KINDS), ...[...one.evidence, ...other.evidence].map(({ kind }) => kind)])]
  const valuesOf = ({ evidence }: IdentitySide, kind: string) => evidence.filter((piece) => piece.kind === kind).map(({ value }) => value)
  return kinds
    .map((kind) => {
      const [left, right] = [valuesOf(one, kind), valuesOf(other, kind)]
      const agrees = left.length === 0 || right.length === 0 ? undefined : left.some((value) => right.includes(value))
      return { kind, one: left, other: right, agrees }
    })
    .filter((row) => row.one.length + row.other.length > 0)
}
