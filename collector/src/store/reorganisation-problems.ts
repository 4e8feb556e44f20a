/** What stands in the way of a reorganisation, each as a sentence that says what to do; pure, for preview and deed alike. */
import { formatDay } from '@somay/shared/text/days.ts'
import { fold } from '@somay/shared/text/fold.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Reorganisation, UnitRef } from './reorganise.ts'

export type StandingUnit = {
  readonly id: number
  readonly name: string
  readonly block: string
  readonly parentId: number | null
  readonly validFrom: string
  readonly validTo: string | null
}

type Plan = Pick<Reorganisation, 'day' | 'dayAt' | 'made' | 'ended' | 'at'>

/** As of the plan's own moment. */
export function reorganisationProblems(units: readonly StandingUnit[], plan: Plan): Words[] {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const ended = new Set(plan.ended.map(({ unitId }) => unitId))
  const made = new Map(plan.made.map((unit) => [unit.key, unit]))
  const day = formatDay(plan.day)
  const problems: Words[] = []
  const tell = (vi: string, en: string) => problems.push({ vi, en })
  const nameOf = (id: number) => known.get(id)?.name ?? `#${id}`

  if (plan.made.length === 0 && plan.ended.length === 0) tell('Chưa có thay đổi nào.', 'Nothing is changed.')
  if (plan.dayAt > plan.at) tell(`Ngày ${day} chưa tới; hãy thực hiện vào ngày đó.`, `${day} is still to come; do it on that day.`)
  if (made.size !== plan.made.length) tell('Hai đơn vị mới mang cùng một khóa.', 'Two new units have the same key.')
  if (ended.size !== plan.ended.length) tell('Một đơn vị được kết thúc hai lần.', 'A unit is ended twice.')

  /** Whether units and PCs may lie below it from the day on. */
  const stands = (ref: UnitRef): boolean => {
    if ('key' in ref) return made.has(ref.key)
    const unit = known.get(ref.unitId)
    return unit !== undefined && unit.validTo === null && unit.validFrom <= plan.day && !ended.has(ref.unitId)
  }

  for (const { key, name, block, parent } of plan.made) {
    if (name.trim() === '') tell('Một đơn vị mới chưa có tên.', 'A new unit has no name.')
    if (parent === null) continue
    if (!stands(parent))
      tell(`${name}: đơn vị cấp trên không còn hoặc chưa có vào ngày đó.`, `${name}: its parent does not stand on that day.`)
    const above = 'key' in parent ? made.get(parent.key)?.block : known.get(parent.unitId)?.block
    if (above !== undefined && above !== block)
      tell(`${name}: phải cùng khối với đơn vị cấp trên.`, `${name}: must be in the block of its parent.`)
    if (isBelowItself(key, made)) tell(`${name}: nằm dưới chính nó.`, `${name}: lies below itself.`)
  }
  for (const { unitId, into } of plan.ended) {
    const unit = known.get(unitId)
    if (!unit || unit.validTo !== null)
      tell(`${nameOf(unitId)}: không còn là đơn vị đang hoạt động.`, `${nameOf(unitId)}: is no unit that stands today.`)
    else if (unit.validFrom >= plan.day)
      tell(
        `${unit.name}: mới có từ ${formatDay(unit.validFrom)}, không thể kết thúc từ ${day}.`,
        `${unit.name}: began on ${formatDay(unit.validFrom)} and cannot end on ${day}.`,
      )
    if (into.length === 0 || !into.every(stands))
      tell(
        `${nameOf(unitId)}: chọn đơn vị tiếp nhận còn hoạt động sau ngày đó.`,
        `${nameOf(unitId)}: choose a successor that stands after that day.`,
      )
    if (new Set(into.map(nameOfRef)).size !== into.length)
      tell(
        `${nameOf(unitId)}: một đơn vị tiếp nhận được chọn hai lần; hãy bỏ một.`,
        `${nameOf(unitId)}: a successor is chosen twice; take one away.`,
      )
  }
  for (const { id, name, parentId, validTo } of units) {
    if (parentId === null || !ended.has(parentId)) continue
    if (validTo === null && !ended.has(id))
      tell(
        `${name}: nằm dưới ${nameOf(parentId)} sắp kết thúc; hãy chuyển hoặc kết thúc cả đơn vị này.`,
        `${name}: lies below ${nameOf(parentId)}, which ends; move or end it too.`,
      )
    // It would stand below nothing on the days in between.
    if (validTo !== null && validTo > plan.day)
      tell(
        `${name}: còn nằm dưới ${nameOf(parentId)} đến ${formatDay(validTo)}; hãy kết thúc ${nameOf(parentId)} từ ngày đó trở đi.`,
        `${name}: stood below ${nameOf(parentId)} until ${formatDay(validTo)}; end ${nameOf(parentId)} from that day on or later.`,
      )
  }
  const twins = Map.groupBy(plan.made, ({ name, parent }) => `${parent === null ? '' : nameOfRef(parent)} ${fold(name)}`)
  for (const [first, ...others] of twins.values())
    if (first && others.length > 0)
      tell(
        `${first.name}: hai đơn vị mới cùng tên ở một chỗ; hãy đổi tên hoặc bỏ một.`,
        `${first.name}: two new units have this name in one place; rename or drop one.`,
      )
  for (const { name, parent } of plan.made) {
    if (parent !== null && 'key' in parent) continue
    const isTwin = (unit: StandingUnit) =>
      (unit.validTo === null || unit.validTo > plan.day) &&
      !ended.has(unit.id) &&
      unit.parentId === (parent?.unitId ?? null) &&
      fold(unit.name) === fold(name)
    if (units.some(isTwin)) tell(`${name}: đã có đơn vị mang tên này ở đó.`, `${name}: a unit of this name stands there already.`)
  }
  return problems
}

const nameOfRef = (ref: UnitRef): string => ('key' in ref ? `key ${ref.key}` : `unit ${ref.unitId}`)

function isBelowItself(key: string, made: ReadonlyMap<string, Plan['made'][number]>): boolean {
  let above = made.get(key)?.parent
  for (let steps = made.size; above && 'key' in above && steps > 0; steps--) {
    if (above.key === key) return true
    above = made.get(above.key)?.parent
  }
  return false
}
