/** Which kind of PC words of a list mean, and which words mean no PC at all. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import type { RegisterKind } from '@somay/shared/text/register.ts'

/** `no-pc`: other things of the same list, such as printers and chairs. */
export type KindFound = RegisterKind | 'no-pc' | undefined

const PHRASES: readonly (readonly [RegisterKind | 'no-pc', readonly string[]])[] = [
  // First what only sounds like a PC.
  [
    'no-pc',
    'may in|may photo|photocopy|may chieu|may scan|may quet|may fax|may dieu hoa|dieu hoa|may lanh|may phat dien|may anh|camera|man hinh|monitor|printer|scanner|projector|may bom|may giat|switch|router|modem|tuong lua|firewall|bo luu dien|ups|ban lam viec|ban vi tinh|ban may tinh|ban ghe|ban hop|ghe|tu lanh|tu ho so|tu rack|tivi|ti vi|o to|xe may|xe o to|loa|micro|dien thoai|may hut|may cham cong|phan mem|software|windows server license|ban phim|chuot|o cung roi|usb'.split(
      '|',
    ),
  ],
  ['laptop', 'xach tay|laptop|notebook|thinkpad|latitude|macbook|elitebook|probook|may tinh cam tay'.split('|')],
  ['all-in-one', 'all in one|all-in-one|aio|lien man hinh|imac'.split('|')],
  ['server', 'may chu|server|poweredge|proliant'.split('|')],
  ['tablet', 'may tinh bang|tablet|ipad'.split('|')],
  ['mini', 'mini pc|may tinh mini|nuc|thin client|tiny'.split('|')],
  [
    'desktop',
    'de ban|desktop|may bo|may vi tinh|may tinh|pc|optiplex|vostro|prodesk|elitedesk|thinkcentre|veriton|elead|cms|singpc|case|may tram|workstation'.split(
      '|',
    ),
  ],
]

/**
 * What is named first says whether it is a PC ("Máy tính để bàn kèm màn hình" is one, "Màn hình máy tính" is none), the most particular word
 * which kind. Undefined where no word is known: it may be a PC or not.
 */
export function kindOf(text: string): KindFound {
  const plain = ` ${fold(text).replace(/[^a-z0-9-]+/g, ' ')} `
  const found = PHRASES.map(([kind, phrases]) => ({ kind, place: firstOf(plain, phrases) })).filter(({ place }) => place >= 0)
  const first = Math.min(...found.map(({ place }) => place))
  const isPc = found.find(({ place }) => place === first)?.kind !== 'no-pc'
  return isPc ? found.find(({ kind }) => kind !== 'no-pc')?.kind : 'no-pc'
}

function firstOf(plain: string, phrases: readonly string[]): number {
  const places = phrases.map((phrase) => plain.indexOf(` ${phrase} `)).filter((place) => place >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}
