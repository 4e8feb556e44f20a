/** The tree of units of a date. */
import type { UnitTree } from '@somay/shared/api/units.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** `asOf` undefined is today. */
export function useUnitTree(asOf: string | undefined) {
  return useQuery({
    queryKey: ['units', 'tree', asOf],
    queryFn: ({ signal }) => request<UnitTree>(`/units/tree${asOf === undefined ? '' : `?asOf=${asOf}`}`, { signal }),
    placeholderData: keepPreviousData,
  })
}
