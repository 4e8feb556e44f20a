/**
 * The desk where bundles are handed in: files in, one after the other to the collector, what became of each. It outlives the page, so that
 * a person may look at a PC and come back while the rest is sent.
 */
import { inSendingOrder, type Order, type Row, type RowState } from './rows.ts'

export type DeskView = {
  readonly rows: readonly Row[]
  readonly running: boolean
  /** Why sending stopped before the end, when the next file would have met the same. */
  readonly stoppedBy: unknown
  /** Kept, because a person who brings files brings many. */
  readonly carriedBy: string
}

/** Sends one file; throws what stops the others too. */
export type HandOver = (file: File, order: Order) => Promise<RowState>

export type Desk = ReturnType<typeof createDesk>

const EMPTY: DeskView = { rows: [], running: false, stoppedBy: undefined, carriedBy: '' }

export function createDesk(handOver: HandOver) {
  let view = EMPTY
  let owner: string | undefined
  let made = 0
  const files = new Map<number, File>()
  const listeners = new Set<() => void>()

  function show(changes: Partial<DeskView>): void {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }

  function put(id: number, changes: Partial<Row>): void {
    show({ rows: view.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)) })
  }

  function keepOnly(stays: (row: Row) => boolean): void {
    const rows = view.rows.filter((row) => row.state.kind === 'sending' || stays(row))
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of files.keys()) if (!ids.has(id)) files.delete(id)
    show({ rows })
  }

  // One at a time: the collector writes one after the other anyway, files of one PC stay in order, and one file at most is in memory.
  async function run(): Promise<void> {
    if (view.running) return
    show({ running: true, stoppedBy: undefined })
    try {
      for (let next = nextRow(); next; next = nextRow()) await send(next)
    } catch (error) {
      show({ stoppedBy: error })
    } finally {
      show({ running: false })
    }
  }

  const nextRow = () => view.rows.find(({ state, order }) => state.kind === 'waiting' && order !== undefined)

  async function send({ id, order }: Row): Promise<void> {
    const file = files.get(id)
    if (!file || !order) return
    put(id, { state: { kind: 'sending' } })
    try {
      const state = await handOver(file, order)
      if (state.kind === 'imported' || state.kind === 'refused') files.delete(id)
      put(id, { state })
    } catch (error) {
      put(id, { state: { kind: 'waiting' } })
      throw error
    }
  }

  function clear(): void {
    files.clear()
    show({ ...EMPTY, running: view.running })
  }

  return {
    view: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(chosen: readonly File[]): void {
      const rows = inSendingOrder(chosen).map((file): Row => {
        const id = ++made
        files.set(id, file)
        return { id, fileName: file.name, state: { kind: 'waiting' }, order: undefined }
      })
      show({ rows: [...view.rows, ...rows] })
    },
    sayWhoCarried: (carriedBy: string) => show({ carriedBy }),
    /** Sends off what was chosen, and goes on with what was left when sending stopped. */
    start(): Promise<void> {
      const order = { carriedBy: view.carriedBy.trim(), unitId: undefined }
      show({ rows: view.rows.map((row) => (row.state.kind === 'waiting' && !row.order ? { ...row, order } : row)) })
      return run()
    },
    /** Sends those files again whose PCs the ledger does not know, now with their unit. */
    assignUnit(ids: readonly number[], unitId: number): Promise<void> {
      const rows = view.rows.map((row): Row => {
        if (!ids.includes(row.id) || row.state.kind !== 'unit-needed' || !row.order) return row
        return { ...row, state: { kind: 'waiting' }, order: { ...row.order, unitId } }
      })
      show({ rows })
      return run()
    },
    /** One that is on its way stays. */
    remove: (id: number) => keepOnly((row) => row.id !== id),
    removeFinished: () => keepOnly(({ state }) => state.kind !== 'imported' && state.kind !== 'refused'),
    clear,
    /** Another person at the same browser must neither see nor send what this one picked. */
    belongTo(userName: string): void {
      if (owner !== undefined && owner !== userName) clear()
      owner = userName
    },
  }
}
