/** The units and the tree of units of a date. */
import type { Units, UnitTree } from '@somay/shared/api/units.ts'
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

/** Those that stood on a day, and the one that is shown though it did not; nothing is asked while the day is not known. */
export function useUnitsOn(day: string | undefined, unit: number | undefined) {
  return useQuery({
    queryKey: ['units', 'on', day, unit],
    queryFn: async ({ signal }) =>
      (await request<Units>(`/units?asOf=${day}${unit === undefined ? '' : `&unit=${unit}`}`, { signal })).units,
    placeholderData: keepPreviousData,
    enabled: day !== undefined,
  })
}
