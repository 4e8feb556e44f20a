/** Moving PCs between units, out of the ledger and back. */
import { type MovedPcs, MovedPcsSchema, type MovingPcs, MovingPcsSchema } from '@somay/shared/api/moves.ts'
import { formatDate, startOfDay } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope, isInScope } from '../access/scope.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { Problem } from '../platform/problem.ts'
import { type MoveDay, MovedSince, movePcs } from '../store/moves.ts'
import { unitsOf } from '../store/reorganise.ts'
import { stands } from '../store/units.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function moveRoutes(app: FastifyInstance, place: AdministrationPlace): Promise<void> {
  const { database, now } = place
  app.post<{ Body: MovingPcs }>(
    '/api/v1/pcs/moves',
    {
      config: { access: 'move-pcs' },
      schema: { summary: 'Move PCs to a unit, or take them out of the ledger', body: MovingPcsSchema, response: { 200: MovedPcsSchema } },
    },
    async (request): Promise<MovedPcs> => {
      const { name: who, scope } = callerOrFail(request)
      const { pcIds, unitId = null, on } = request.body
      if (unitId !== null && !(await isInScope(database, scope, unitId))) throw new Problem('unit-elsewhere')
      if (unitId !== null && !(await stands(database, unitId))) throw new Problem('unit-unknown')
      const from = on === undefined ? undefined : moveDay(place, on)
      if (from && unitId !== null) await expectStoodOn(place, unitId, from.day)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      try {
        return { moved: await movePcs(database, { pcIds, unitId, who, at: now(), from, mayTouch }) }
      } catch (error) {
        if (error instanceof MovedSince) throw cameLater(error.pcs, place.timeZone)
        throw error
      }
    },
  )
}

function moveDay({ now, timeZone }: AdministrationPlace, on: string): MoveDay {
  const day = dayAsked('on', on)
  const startsAt = startOfDay(day, timeZone)
  if (startsAt > now()) throw wrongDay(`ngày ${formatDay(on)} chưa tới`, `${formatDay(on)} is still to come`)
  return { day: on, startsAt, endsAt: startOfDay({ ...day, day: day.day + 1 }, timeZone) }
}

async function expectStoodOn({ database }: AdministrationPlace, unitId: number, day: string): Promise<void> {
  const unit = (await unitsOf(database.read)).find(({ id }) => id === unitId)
  if (unit === undefined || unit.validFrom <= day) return
  const since = formatDay(unit.validFrom)
  throw wrongDay(`${unit.name} chỉ có từ ngày ${since}`, `${unit.name} began on ${since}`)
}

const NAMED = 3

function cameLater(pcs: MovedSince['pcs'], timeZone: string): Problem {
  const named = pcs.slice(0, NAMED).map(({ name, since }) => [name, formatDate(since, timeZone)] as const)
  const more = pcs.length - named.length
  const vi = named.map(([name, since]) => `${name} (từ ${since})`).join(', ')
  const en = named.map(([name, since]) => `${name} (since ${since})`).join(', ')
  return wrongDay(
    `có máy đến đơn vị hiện nay sau ngày đó: ${vi}${more > 0 ? ` và ${more} máy nữa` : ''}`,
    `some came to where they stand after that day: ${en}${more > 0 ? ` and ${more} more` : ''}`,
  )
}

function wrongDay(vi: string, en: string): Problem {
  return new Problem('move-day-wrong', { vi, en })
}
