/** Which kind of PC words of a list mean, which words mean no PC at all, and which do not tell: those are for a person. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import type { RegisterKind } from '@somay/shared/text/register.ts'

/** `no-pc`: other things of the same list, such as printers and chairs. Undefined where the words do not tell. */
export type KindFound = RegisterKind | 'no-pc' | undefined

const list = (phrases: string) => phrases.split('|')

/** The most particular first. */
const KINDS: readonly (readonly [RegisterKind, readonly string[]])[] = [
  ['laptop', list('xach tay|laptop|notebook|thinkpad|latitude|macbook|elitebook|probook|ideapad|vivobook|zenbook|travelmate')],
  ['all-in-one', list('all in one|all-in-one|aio|lien man hinh|imac')],
  ['server', list('may chu|server|poweredge|proliant')],
  ['tablet', list('may tinh bang|tablet|ipad')],
  ['mini', list('mini pc|may tinh mini|nuc|thin client|tiny')],
  [
    'desktop',
    list(
      'de ban|desktop|may bo|may vi tinh|may tinh|pc|optiplex|vostro|prodesk|elitedesk|thinkcentre|veriton|elead|cms|singpc|case|may tram|workstation',
    ),
  ],
]

/** A calculator for some, a small PC for others. */
const AMBIGUOUS = list('may tinh cam tay')

/** Wherever they stand before the name of a PC, the thing is none. */
const OTHER_THINGS = list(
  'may in|may photo|photocopy|may chieu|may scan|may quet|may fax|may dieu hoa|dieu hoa|may lanh|may phat dien|may anh|camera|man hinh|monitor|printer|scanner|projector|laserjet|deskjet|officejet|may bom|may giat|may huy|may hut|may cham cong|may hut am|router|modem|tuong lua|firewall|bo luu dien|ups|o cung|o dia|ban phim|phan mem|software|license|windows server license|may tinh casio|may tinh bo tui|may tinh vinacal',
)

/** What a thing is when it is named by them first; further behind they are parts, places or sizes. */
const OTHER_HEADS = list(
  'ban|ghe|tu|ke|gia|nha|loa|micro|microphone|webcam|ram|bo nho|card|cap|day|pin|sac|nguon|bo nguon|muc|hop muc|hop|o to|o cam|chuot|usb|tai nghe|balo|tui|bang|tivi|ti vi|quat|dong ho|dien thoai|xe|switch|bo chia|bo chuyen|bo phat|bo dam|linh kien|phu kien|vat tu|giay|may tinh tien|dat|quyen su dung',
)

const MAKERS = list(
  'dell|hp|hpe|lenovo|ibm|acer|asus|fpt|cms|singpc|samsung|toshiba|sony|apple|vaio|msi|gigabyte|fujitsu|compaq|intel|thanh giong',
)
/** May stand before what a thing is. */
const LEAD_IN = new Set([...list('bo|cai|chiec|may|dan|cay|thung|he|thong|thiet|bi|mot|moi|cu|va|thanh|giong'), ...MAKERS])

/** "Máy tính để bàn kèm màn hình" is a PC, "Màn hình máy tính" and "RAM máy tính" are none, "Khung máy tính" is for a person. */
export function kindOf(text: string): KindFound {
  const plain = ` ${fold(text)
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim()} `
  const found = KINDS.map(([kind, phrases]) => ({ kind, place: firstOf(plain, phrases) })).filter(({ place }) => place >= 0)
  const pc = Math.min(Number.POSITIVE_INFINITY, ...found.map(({ place }) => place))
  const other = firstOf(plain, OTHER_THINGS)
  const isOther = (other >= 0 && other <= pc) || isHeadedBy(plain, OTHER_HEADS)
  // A screen with a PC in it is sold under both names.
  if (isOther) return found.some(({ kind }) => kind === 'all-in-one') ? undefined : 'no-pc'
  if (found.length === 0 || firstOf(plain, AMBIGUOUS) >= 0) return undefined
  return leadWords(plain, pc).every(mayLead) ? found[0]?.kind : undefined
}

/** As `kindOf`, of a name and what another column says of its kind: what the name leaves open, the kind may tell. */
export function kindOfBoth(name: string, kind: string): KindFound {
  const [byName, byKind] = [kindOf(name), kind === '' ? undefined : kindOf(kind)]
  if (byName === undefined || byKind === undefined) return byName ?? byKind
  if (byName === 'no-pc') return 'no-pc'
  // One says a PC, the other says none.
  if (byKind === 'no-pc') return undefined
  return KINDS.find(([one]) => one === byName || one === byKind)?.[0]
}

function firstOf(plain: string, phrases: readonly string[]): number {
  const places = phrases.map((phrase) => plain.indexOf(` ${phrase} `)).filter((place) => place >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}

/** At the very beginning, or behind words that may lead. */
function isHeadedBy(plain: string, heads: readonly string[]): boolean {
  return heads.some((head) => {
    const place = plain.indexOf(` ${head} `)
    return place >= 0 && leadWords(plain, place).every(mayLead)
  })
}

function leadWords(plain: string, place: number): readonly string[] {
  return plain
    .slice(0, place)
    .split(' ')
    .filter((word) => word !== '')
}

/** Numbers and models such as "280" and "g3" lead too. */
function mayLead(word: string): boolean {
  return LEAD_IN.has(word) || /\d/.test(word)
}
