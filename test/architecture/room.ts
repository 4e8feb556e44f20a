/** A row of the table of imports. */

export type Room = {
  readonly folder: string
  /** Rooms, packages (as written) or `node:`; a room may always import itself. */
  readonly may: readonly string[]
  readonly because: string
}
