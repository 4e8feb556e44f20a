/** The demo's second step: July 2025, when departments were merged and districts gave way to communes; the split of PCs is assumed. */
import type { MadeUnit, Reorganisation } from '../store/reorganise.ts'

export const REORGANISED_ON = { year: 2025, month: 7, day: 1 } as const
export const REORGANISED_DAY = '2025-07-01'

/** New department, and the departments of 2016 that went into it; all others go on. */
const DEPARTMENTS: readonly (readonly [name: string, from: readonly string[]])[] = [
  ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', ['Văn phòng HĐND tỉnh']],
  ['Sở Nội vụ', ['Sở Nội vụ', 'Sở Lao động - Thương binh và Xã hội']],
  ['Sở Tài chính', ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính']],
  ['Sở Nông nghiệp và Môi trường', ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Tài nguyên và Môi trường']],
  ['Sở Xây dựng', ['Sở Giao thông vận tải', 'Sở Xây dựng']],
  ['Sở Khoa học và Công nghệ', ['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ']],
  ['Sở Dân tộc và Tôn giáo', ['Ban Dân tộc']],
]

/** District, and the communes that took its place. */
const COMMUNES: readonly (readonly [district: string, communes: readonly string[]])[] = [
  ['UBND thành phố Kon Tum', ['phường Kon Tum', 'phường Đăk Cấm', 'phường Đăk Bla', 'xã Ngọk Bay', 'xã Ia Chim', 'xã Đăk Rơ Wa']],
  ['UBND huyện Đăk Glei', ['xã Đăk Pék', 'xã Đăk Môn', 'xã Đăk Long', 'xã Xốp', 'xã Ngọc Linh', 'xã Đăk Plô']],
  ['UBND huyện Ngọc Hồi', ['xã Bờ Y', 'xã Sa Loong', 'xã Dục Nông']],
  ['UBND huyện Đăk Tô', ['xã Đăk Tô', 'xã Kon Đào', 'xã Ngọk Tụ']],
  ['UBND huyện Tu Mơ Rông', ['xã Tu Mơ Rông', 'xã Đăk Sao', 'xã Đăk Tờ Kan', 'xã Măng Ri']],
  ['UBND huyện Đăk Hà', ['xã Đăk Hà', 'xã Đăk Mar', 'xã Đăk Ui', 'xã Đăk Pxi', 'xã Ngọk Réo']],
  ['UBND huyện Sa Thầy', ['xã Sa Thầy', 'xã Sa Bình', 'xã Ya Ly', 'xã Rờ Kơi', 'xã Mô Rai']],
  ["UBND huyện Ia H'Drai", ['xã Ia Tơi', 'xã Ia Đal']],
  ['UBND huyện Kon Rẫy', ['xã Kon Braih', 'xã Đăk Kôi', 'xã Đăk Rve']],
  ['UBND huyện Kon Plông', ['xã Măng Đen', 'xã Măng Bút', 'xã Kon Plông']],
]

/** After it communes are part of the total, as districts were before. */
export const BLOCKS_SINCE = ['I', 'III']

type Named = { readonly id: number; readonly name: string; readonly orderNo: number }

/** `units` are those of 2016 by name; throws when one of them is missing. */
export function demoReorganisation(units: readonly Named[]): Pick<Reorganisation, 'day' | 'made' | 'ended'> {
  const unitOf = (name: string): Named => {
    const found = units.find((unit) => unit.name === name)
    if (!found) throw new Error(`the demo has no unit ${name}`)
    return found
  }
  const departments = DEPARTMENTS.map(([name, from], place): MadeUnit => {
    const orderNo = Math.min(...from.map((old) => unitOf(old).orderNo))
    return { key: `department-${place}`, name, block: 'I', orderNo, code: null, parent: null }
  })
  const communes = COMMUNES.flatMap(([district, names]) =>
    names.map((name, place): MadeUnit => {
      const { id, orderNo } = unitOf(district)
      return { key: `commune-${id}-${place}`, name: `UBND ${name}`, block: 'III', orderNo: orderNo * 100 + place, code: null, parent: null }
    }),
  )
  return {
    day: REORGANISED_DAY,
    made: [...departments, ...communes],
    ended: [
      ...DEPARTMENTS.flatMap(([, from], place) => from.map((old) => ({ unitId: unitOf(old).id, into: [{ key: `department-${place}` }] }))),
      ...COMMUNES.map(([district, names]) => {
        const { id } = unitOf(district)
        return { unitId: id, into: names.map((_, place) => ({ key: `commune-${id}-${place}` })) }
      }),
    ],
  }
}
