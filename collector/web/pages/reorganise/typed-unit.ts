/** A new unit while it is typed, and as the plan holds it. Pure. */
import type { NewUnit } from './draft.ts'

export type TypedUnit = Omit<NewUnit, 'orderNo'> & { readonly orderNo: string }

export function typedFrom(unit: NewUnit): TypedUnit {
  const { name, block, orderNo, code, parent } = unit
  return { name, block, code, parent, orderNo: String(orderNo) }
}

/** Undefined where something is still to be put right. */
export function unitFrom(typed: TypedUnit): NewUnit | undefined {
  const name = typed.name.trim()
  const orderNo = orderIn(typed.orderNo)
  if (name === '' || orderNo === undefined) return undefined
  return { ...typed, name, orderNo, code: typed.code.trim() }
}

/** Points between thousands are how Vietnamese writes them. */
export function orderIn(text: string): number | undefined {
  const digits = text.trim().replace(/(?<=\d)[.,](?=\d{3}(\D|$))/g, '')
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
}
