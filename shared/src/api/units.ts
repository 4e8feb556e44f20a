/** The units a person may see, as the filter and the forms offer them. */
import Type, { type Static } from 'typebox'

/** `GET /api/v1/units`: in protocol order, which is `orderNo`; `block` is I to IV. */
export const UnitsSchema = Type.Object({
  units: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      block: Type.String(),
      orderNo: Type.Integer(),
      parentId: Type.Optional(Type.Integer()),
    }),
  ),
})

export type Units = Static<typeof UnitsSchema>
