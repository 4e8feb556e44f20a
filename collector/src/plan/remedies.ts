/** What can be done about a PC: bought, licensed, done for money or not, or done by hand for nothing. */
import type { Words } from '@somay/shared/text/words.ts'

type Described = { readonly words: Words; readonly kind: 'purchase' | 'licence' | 'service' | 'work' }

const remedy = (kind: Described['kind'], vi: string, en: string): Described => ({ kind, words: { vi, en } })

/** In the order in which a planner reads them. `none`: nothing mends it, and it alone is no ground to buy anything. */
export const REMEDIES = {
  'add-memory': remedy('purchase', 'thêm RAM', 'add memory'),
  'swap-memory': remedy('purchase', 'thay RAM', 'swap memory'),
  'add-ssd': remedy('purchase', 'thay ổ SSD', 'fit an SSD'),
  'replace-battery': remedy('purchase', 'thay pin', 'replace the battery'),
  'license-os': remedy('licence', 'mua bản quyền hệ điều hành mới', 'license a newer operating system'),
  'upgrade-os': remedy('service', 'nâng hệ điều hành', 'upgrade the operating system'),
  replace: remedy('purchase', 'thay máy mới', 'replace'),
  'free-room': remedy('work', 'dọn ổ đĩa', 'free some room'),
  'install-updates': remedy('work', 'cài bản vá', 'install updates'),
  'check-firmware': remedy('work', 'xem lại cài đặt BIOS', 'check the firmware settings'),
  'protect-from-malware': remedy('work', 'bật chống mã độc', 'turn on antivirus'),
  encrypt: remedy('work', 'mã hóa ổ đĩa', 'encrypt the disk'),
  none: remedy('work', 'ghi nhận', 'noted'),
} as const satisfies Record<string, Described>

export type Remedy = keyof typeof REMEDIES
export const REMEDY_NAMES = Object.keys(REMEDIES) as readonly Remedy[]
