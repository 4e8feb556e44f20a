/** Hands one file to the collector and sorts its answer: taken in, refused, a unit is needed, or nothing can be sent at all. */
import { MAX_BUNDLE_BYTES } from '@somay/shared/bundle-file.ts'
import { importBundle } from '../../api/bundles.ts'
import { ApiError } from '../../api/request.ts'
import type { Order, RowState } from './rows.ts'

export async function handOver(file: File, { carriedBy, unitId }: Order): Promise<RowState> {
  // What the collector would cut off in the middle, and then it could not say why.
  if (file.size > MAX_BUNDLE_BYTES) return refused('bundle-too-large')
  const bytes = await contentOf(file)
  if (!bytes) return refused('file-unreadable')
  try {
    return { kind: 'imported', imported: await importBundle(bytes, carriedBy, unitId) }
  } catch (error) {
    if (!(error instanceof ApiError) || concernsAll(error)) throw error
    if (error.code === 'bundle-pc-unknown') return { kind: 'unit-needed' }
    const { code, message, todo, detail } = error
    return { kind: 'refused', refusal: { code, message, todo, detail } }
  }
}

/** Read before it is sent: a stick that was pulled out must not look like a collector that is away. */
async function contentOf(file: File): Promise<ArrayBuffer | undefined> {
  try {
    return await file.arrayBuffer()
  } catch {
    return undefined
  }
}

const refused = (code: string): RowState => ({ kind: 'refused', refusal: { code, message: '', todo: '' } })

// No collector, no session any more, too many attempts, or one that cannot store just now.
const STATUSES = [0, 401, 429, 502, 503, 504]
const CODES = ['csrf-invalid', 'not-permitted']

function concernsAll({ status, code }: ApiError): boolean {
  return STATUSES.includes(status) || CODES.includes(code)
}
