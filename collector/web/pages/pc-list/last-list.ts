/** The list as it was last seen, so that the way back from a PC keeps its filters and page. */
import { HOME } from '../log-in/return-address.ts'

let address = HOME

export function rememberList(search: string): void {
  address = HOME + search
}

export function lastListAddress(): string {
  return address
}
