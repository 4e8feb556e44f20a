/** A command that cannot be carried out, for a reason that lies with what it was asked or found: the message is for people, in both languages. */
import type { Words } from '@somay/shared/text/words.ts'

export class Refused extends Error {
  constructor({ vi, en }: Words) {
    super(`${vi}\n${en}`)
    this.name = 'Refused'
  }
}
