/** The words of planning, once, for screens, files and letters: verdicts, what is done about a PC, what is bought, what was not read, and what a policy asks. */
import type { Words } from './words.ts'

const words = <T extends Record<string, readonly [vi: string, en: string]>>(list: T) =>
  Object.fromEntries(Object.entries(list).map(([key, [vi, en]]) => [key, { vi, en }])) as unknown as Readonly<Record<keyof T, Words>>

export const VERDICTS = words({
  keep: ['giữ lại', 'keep'],
  mend: ['nâng cấp', 'upgrade'],
  replace: ['thay mới', 'replace'],
  move: ['điều chuyển', 'move elsewhere'],
  unknown: ['chưa rõ', 'unknown'],
  apart: ['ngoài kế hoạch', 'not of this plan'],
})
export type VerdictKind = keyof typeof VERDICTS

/** In the order in which a planner reads them. `none`: nothing mends it, and it alone is no ground to buy anything. */
export const REMEDY_WORDS = words({
  'add-memory': ['thêm RAM', 'add memory'],
  'swap-memory': ['thay RAM', 'swap memory'],
  'add-ssd': ['thay ổ SSD', 'fit an SSD'],
  'replace-battery': ['thay pin', 'replace the battery'],
  'license-os': ['mua bản quyền HĐH mới', 'license a newer operating system'],
  'upgrade-os': ['nâng HĐH', 'upgrade the operating system'],
  replace: ['thay mới', 'replace'],
  'free-room': ['dọn ổ đĩa', 'free some room'],
  'install-updates': ['cài bản vá', 'install updates'],
  'check-firmware': ['xem lại cài đặt BIOS', 'check the firmware settings'],
  'protect-from-malware': ['bật chống mã độc', 'turn on antivirus'],
  encrypt: ['mã hóa ổ đĩa', 'encrypt the disk'],
  none: ['ghi nhận', 'noted'],
})
export type Remedy = keyof typeof REMEDY_WORDS

/** Works are done by hand for nothing. */
export const REMEDY_KINDS: Readonly<Record<Remedy, 'purchase' | 'licence' | 'service' | 'work'>> = {
  'add-memory': 'purchase',
  'swap-memory': 'purchase',
  'add-ssd': 'purchase',
  'replace-battery': 'purchase',
  'license-os': 'licence',
  'upgrade-os': 'service',
  replace: 'purchase',
  'free-room': 'work',
  'install-updates': 'work',
  'check-firmware': 'work',
  'protect-from-malware': 'work',
  encrypt: 'work',
  none: 'work',
}

/** What a price book has a price for, in its order. */
export const ITEMS = words({
  desktop: ['máy tính để bàn', 'desktop PC'],
  laptop: ['máy tính xách tay', 'laptop'],
  'memory-added': ['thanh RAM thêm', 'memory module added'],
  'memory-added-ddr3': ['thanh RAM thêm, DDR3', 'memory module added, DDR3'],
  'memory-added-ddr4': ['thanh RAM thêm, DDR4', 'memory module added, DDR4'],
  'memory-added-ddr5': ['thanh RAM thêm, DDR5', 'memory module added, DDR5'],
  'memory-swapped': ['bộ RAM thay', 'memory modules swapped'],
  'memory-swapped-ddr3': ['bộ RAM thay, DDR3', 'memory modules swapped, DDR3'],
  'memory-swapped-ddr4': ['bộ RAM thay, DDR4', 'memory modules swapped, DDR4'],
  'memory-swapped-ddr5': ['bộ RAM thay, DDR5', 'memory modules swapped, DDR5'],
  ssd: ['ổ SSD', 'SSD'],
  battery: ['pin máy xách tay', 'laptop battery'],
  'os-licence': ['bản quyền hệ điều hành', 'operating system licence'],
  'os-licence-new': ['bản quyền hệ điều hành cho máy mới', 'operating system licence for a new PC'],
  'os-upgrade': ['công nâng hệ điều hành', 'work of upgrading the operating system'],
})
export type Item = keyof typeof ITEMS
export const ITEM_NAMES = Object.keys(ITEMS) as readonly Item[]

/** Those a price book may leave out: for a type of memory the price of memory in general counts, and new PCs come with their system. */
export type OptionalItem = `memory-${'added' | 'swapped'}-${(typeof MEMORY_TYPES)[number]}` | 'os-licence-new'
export const isOptional = (item: Item): item is OptionalItem => item === 'os-licence-new' || /^memory-.*-ddr\d$/.test(item)

/** Licences stand on lines apart from hardware: price ceilings of hardware do not include them. */
export const ITEM_GROUPS: Readonly<Record<Item, 'hardware' | 'licence' | 'service'>> = {
  desktop: 'hardware',
  laptop: 'hardware',
  'memory-added': 'hardware',
  'memory-added-ddr3': 'hardware',
  'memory-added-ddr4': 'hardware',
  'memory-added-ddr5': 'hardware',
  'memory-swapped': 'hardware',
  'memory-swapped-ddr3': 'hardware',
  'memory-swapped-ddr4': 'hardware',
  'memory-swapped-ddr5': 'hardware',
  ssd: 'hardware',
  battery: 'hardware',
  'os-licence': 'licence',
  'os-licence-new': 'licence',
  'os-upgrade': 'service',
}

export const ITEM_GROUP_WORDS = words({
  hardware: ['phần cứng', 'hardware'],
  licence: ['bản quyền', 'licences'],
  service: ['dịch vụ', 'services'],
})

/** Whether the useful life of a PC is over, by the year its asset was put in use. */
export const LIVES = words({
  within: ['còn thời gian sử dụng', 'within its useful life'],
  past: ['hết thời gian sử dụng', 'past its useful life'],
  unknown: ['chưa rõ năm sử dụng', 'year in use unknown'],
})
export type Life = keyof typeof LIVES

/** What a PC of the ledger is: plans buy for those that people sit at. */
export const NATURES = words({
  office: ['máy của người dùng', 'PC that people sit at'],
  virtual: ['máy ảo', 'virtual PC'],
  server: ['máy chủ', 'server'],
})
export type Nature = keyof typeof NATURES

/** Of which a price book may have prices of their own. */
export const MEMORY_TYPES = ['ddr3', 'ddr4', 'ddr5'] as const
/** `other`: older or soldered. */
export type MemoryType = (typeof MEMORY_TYPES)[number] | 'other'

/** Needed for sure, and in no sum of money while this is not read: what would be bought depends on it. */
export const UNPRICED = words({
  portable: ['máy thay mới, chưa rõ loại thân máy', 'PC to replace, kind of case unknown'],
  memoryType: ['nâng RAM, chưa rõ loại RAM', 'memory, type unknown'],
  osFamily: ['máy thay mới, chưa rõ hệ điều hành', 'PC to replace, operating system unknown'],
})
export type UnpricedFor = keyof typeof UNPRICED
export const UNPRICED_FOR = Object.keys(UNPRICED) as readonly UnpricedFor[]
export const NOT_PRICED: Words = { vi: 'chưa tính tiền', en: 'not priced' }

/** What must be read before a PC can be decided. */
export const MEASURE_WORDS = words({
  memoryBytes: ['dung lượng RAM lắp', 'installed memory'],
  memoryVisibleBytes: ['dung lượng RAM hệ điều hành thấy', 'memory the system sees'],
  memoryFreeSlots: ['số khe RAM trống', 'free memory slots'],
  memoryMaximumBytes: ['RAM tối đa của bo mạch', 'most memory the board takes'],
  memorySoldered: ['RAM hàn hay cắm khe', 'whether memory is soldered'],
  memoryAddedBytes: ['RAM thêm được vào khe trống', 'memory the free slots take'],
  memoryType: ['loại RAM', 'type of memory'],
  systemDiskKind: ['loại ổ hệ thống', 'kind of the system disk'],
  systemDiskBytes: ['dung lượng ổ hệ thống', 'size of the system disk'],
  systemDiskHealth: ['tình trạng ổ hệ thống', 'health of the system disk'],
  systemFreeBytes: ['chỗ trống trên ổ hệ thống', 'free room on the system volume'],
  osFamily: ['hệ điều hành', 'operating system'],
  mayGoToWindows11: ['bản Windows', 'version of Windows'],
  onWindows11: ['bản Windows', 'version of Windows'],
  upgradesForFree: ['máy có lên được bản hệ điều hành mới', 'whether it may go to the next version of its system'],
  supportEndsOn: ['ngày hết hỗ trợ', 'end of support'],
  extendedEndsOn: ['ngày hết hỗ trợ mở rộng', 'end of extended support'],
  missingSince: ['bản vá còn thiếu', 'missing updates'],
  patchedUntil: ['mức bản vá', 'patch level'],
  windowsBuild: ['bản dựng Windows', 'build of Windows'],
  windowsRevision: ['bản sửa Windows (UBR)', 'update revision of Windows (UBR)'],
  windows11Processor: ['bộ xử lý với Windows 11', 'the processor for Windows 11'],
  bits64: ['bộ xử lý 64 bit', '64-bit processor'],
  cores: ['số nhân', 'number of cores'],
  maxMhz: ['xung nhịp tối đa', 'highest clock'],
  tpm: ['TPM', 'TPM'],
  secureBootCapable: ['khởi động an toàn', 'Secure Boot'],
  portable: ['loại thân máy', 'kind of case'],
  nature: ['máy thật hay máy ảo, có phải máy chủ không', 'whether it is virtual or a server'],
  yearInUse: ['năm đưa vào sử dụng (sổ tài sản)', 'year put in use (register)'],
  biosYear: ['năm của BIOS', 'year of the BIOS'],
  batteryWornPercent: ['độ chai pin', 'wear of the battery'],
  protectedFromMalware: ['phần mềm chống mã độc', 'antivirus'],
  systemEncrypted: ['mã hóa ổ hệ thống', 'encryption of the system volume'],
})

/** The name of the policy and price book the product comes with, kept as names are: in one language. */
export const BUILT_IN_NAME = 'Có sẵn'
export const BUILT_IN: Words = { vi: 'Có sẵn trong phần mềm', en: 'Built in' }

/** What became of a line of a committed plan. */
export const OUTCOMES = words({
  done: ['đã thực hiện', 'done'],
  'not-yet': ['chưa thực hiện', 'not yet'],
  differently: ['làm khác kế hoạch', 'done differently'],
  'cannot-tell': ['chưa xác định được', 'cannot tell'],
})
export type OutcomeKind = keyof typeof OUTCOMES
