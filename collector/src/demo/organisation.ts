/** The demo's organisation: the 2016 tree of one province with 31 units and 2,132 PCs; the split over units is assumed. */

export type DemoUnit = { readonly name: string; readonly short: string; readonly block: 'I' | 'II'; readonly pcs: number }

const unit = (block: DemoUnit['block'], short: string, pcs: number, name: string): DemoUnit => ({ name, short, block, pcs })

/** In protocol order. `short` begins the names of the unit's PCs. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  unit('I', 'VPUB', 70, 'Văn phòng UBND tỉnh'),
  unit('I', 'VPHD', 45, 'Văn phòng HĐND tỉnh'),
  unit('I', 'SNV', 55, 'Sở Nội vụ'),
  unit('I', 'STP', 45, 'Sở Tư pháp'),
  unit('I', 'SKHDT', 50, 'Sở Kế hoạch và Đầu tư'),
  unit('I', 'STC', 60, 'Sở Tài chính'),
  unit('I', 'SCT', 85, 'Sở Công Thương'),
  unit('I', 'SNNPT', 190, 'Sở Nông nghiệp và Phát triển nông thôn'),
  unit('I', 'SGTVT', 55, 'Sở Giao thông vận tải'),
  unit('I', 'SXD', 45, 'Sở Xây dựng'),
  unit('I', 'STNMT', 95, 'Sở Tài nguyên và Môi trường'),
  unit('I', 'STTTT', 40, 'Sở Thông tin và Truyền thông'),
  unit('I', 'SLDTB', 60, 'Sở Lao động - Thương binh và Xã hội'),
  unit('I', 'SVHTT', 75, 'Sở Văn hóa, Thể thao và Du lịch'),
  unit('I', 'SKHCN', 45, 'Sở Khoa học và Công nghệ'),
  unit('I', 'SGDDT', 55, 'Sở Giáo dục và Đào tạo'),
  unit('I', 'SYT', 70, 'Sở Y tế'),
  unit('I', 'SNGV', 20, 'Sở Ngoại vụ'),
  unit('I', 'TTT', 35, 'Thanh tra tỉnh'),
  unit('I', 'BDT', 25, 'Ban Dân tộc'),
  unit('I', 'KKT', 50, 'Ban Quản lý Khu kinh tế tỉnh'),
  unit('II', 'TPKT', 130, 'UBND thành phố Kon Tum'),
  unit('II', 'DGLEI', 88, 'UBND huyện Đăk Glei'),
  unit('II', 'NHOI', 92, 'UBND huyện Ngọc Hồi'),
  unit('II', 'DTO', 88, 'UBND huyện Đăk Tô'),
  unit('II', 'TMR', 74, 'UBND huyện Tu Mơ Rông'),
  unit('II', 'DHA', 100, 'UBND huyện Đăk Hà'),
  unit('II', 'STHAY', 90, 'UBND huyện Sa Thầy'),
  unit('II', 'IAHD', 46, "UBND huyện Ia H'Drai"),
  unit('II', 'KRAY', 76, 'UBND huyện Kon Rẫy'),
  unit('II', 'KPLG', 78, 'UBND huyện Kon Plông'),
]

export const DEMO_PCS = DEMO_UNITS.reduce((sum, { pcs }) => sum + pcs, 0)

/** People (CBCCVC) of all units together. */
export const DEMO_STAFF = 2_785

/** Of a unit's people those of groups I-VI, assumed: one in eight. Every third unit told no such number, as of real ones some have not. */
export function demoLeaders(staff: number, unit: number): number | null {
  return unit % 3 === 2 ? null : Math.round(staff / 8)
}

/** How many PCs each unit has when `total` are wanted: in proportion, largest remainders first, so that the sum is exact. */
export function pcsPerUnit(total: number): number[] {
  const exact = DEMO_UNITS.map(({ pcs }) => (pcs * total) / DEMO_PCS)
  const counts = exact.map(Math.floor)
  const left = total - counts.reduce((sum, count) => sum + count, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1
  return counts
}
