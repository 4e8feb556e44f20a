/** A file that is no list anybody can read: why, by a word that the routes turn into a sentence. */

/** What is wrong with the file as a whole. */
export type ListFault =
  | 'not-a-list'
  | 'old-excel'
  | 'protected'
  | 'too-large'
  | 'too-wide'
  | 'too-many-rows'
  | 'too-slow'
  | 'busy'
  | 'empty'

export class ListRefused extends Error {
  readonly fault: ListFault

  constructor(fault: ListFault, cause?: unknown) {
    super(fault, { cause })
    this.name = 'ListRefused'
    this.fault = fault
  }
}
