/** What the collector answers to an imported bundle, and the list of those imported lately. */
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

/** How a bundle came: who imported it, who brought the file, and when it was made, by the collector's clock. */
export const CarriedSchema = Type.Object({ who: Type.String(), carriedBy: Type.String(), madeAt: Type.Integer() })
export type Carried = Static<typeof CarriedSchema>

/** `GET /api/v1/bundles?after=cursor&limit=50`: imports of PCs within the person's scope, the latest first. */
export const BundleListQuerySchema = Type.Object({
  after: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type BundleListQuery = Static<typeof BundleListQuerySchema>

export const BundleListSchema = Type.Object({
  imports: Type.Array(
    Type.Object({
      id: Type.Integer(),
      /** Imported at. */
      at: Type.Integer(),
      pcId: Type.Integer(),
      pcName: Type.String(),
      unit: Type.String(),
      carried: CarriedSchema,
    }),
  ),
  /** Pass as `after` for earlier ones; absent when there are none. */
  next: Type.Optional(Type.Integer()),
})
export type BundleList = Static<typeof BundleListSchema>
