/** One job after another: samples, inventories and contacts share the files of the state folder. */
export type Lane = { add(work: () => Promise<void>): Promise<void> }

/** `atRest` is called each time the last job of a row is over. */
export function createLane(failed: (error: unknown) => void, atRest: () => void = () => undefined): Lane {
  let last: Promise<void> = Promise.resolve()
  let atWork = 0
  return {
    add(work) {
      atWork += 1
      last = last
        .then(work)
        .catch(failed)
        .finally(() => {
          atWork -= 1
          if (atWork === 0) atRest()
        })
      return last
    },
  }
}
