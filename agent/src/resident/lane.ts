/** One job after another: samples, inventories and contacts share the files of the state folder. */
export type Lane = { add(work: () => Promise<void>): Promise<void> }

export function createLane(failed: (error: unknown) => void): Lane {
  let last: Promise<void> = Promise.resolve()
  return {
    add(work) {
      last = last.then(work).catch(failed)
      return last
    },
  }
}
