/** What the collector answers to an imported bundle. */
import Type, { type Static } from 'typebox'

export const ImportedBundleSchema = Type.Object({
  pcId: Type.Integer(),
  hostName: Type.String(),
  /** When it was made, by the collector's clock, ms since 1970 UTC. */
  madeAt: Type.Integer(),
  /** True when this very bundle was imported before: nothing changed. */
  repeated: Type.Boolean(),
  /** True when the PC was not in the ledger until now. */
  isNew: Type.Boolean(),
  /** True when the ledger already holds a later inventory of this PC: only days of presence were added. */
  isOlder: Type.Boolean(),
})

export type ImportedBundle = Static<typeof ImportedBundleSchema>
