/** Where agents look for the internet: an address and the text its page must hold, so that a portal in between is told apart. */
import type { Target } from '@somay/shared/report.ts'
import { must } from './setting.ts'

const MOST = 10
const MAX_LENGTH = 300

/** "http://a/x expected text | https://b/y": targets apart by a bar, the address and the expected text by the first space. */
export function parseTargets(text: string): readonly Target[] {
  const parts = text.split('|').map((part) => part.trim())
  const targets = parts.filter((part) => part !== '').map(parseTarget)
  must(targets.length <= MOST)
  return targets
}

function parseTarget(part: string): Target {
  const [, url = '', expect = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(part) ?? []
  must(URL.canParse(url) && url.length <= MAX_LENGTH && expect.length <= MAX_LENGTH)
  const { protocol, username } = new URL(url)
  must((protocol === 'http:' || protocol === 'https:') && username === '')
  return { url, expect }
}
