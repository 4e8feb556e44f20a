/** Under which column of the ledger a measure stands. */
import type { MeasureName } from '../plan/measures/measures.ts'
import type { MeasureColumn } from '../store/measures.ts'

/** "memoryFreeSlots" stands as memory_free_slots. */
export function columnOf(measure: MeasureName): MeasureColumn {
  return measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as MeasureColumn
}
