/** Telling how many people (CBCCVC) units have, from a day on. */
import { type StaffChange, StaffChangeSchema } from '@somay/shared/api/register.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope } from '../access/scope.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { Problem } from '../platform/problem.ts'
import { changeStaff } from '../store/register/staff-numbers.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function staffChangeRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  app.put<{ Body: StaffChange }>(
    '/api/v1/staff-numbers',
    { config: { access: 'manage-register' }, schema: { summary: 'Tell how many people units have', body: StaffChangeSchema } },
    async (request, reply) => {
      const { day, units } = request.body
      dayAsked('day', day)
      for (const { staff, equipped, leaders } of units) {
        if (isMore(equipped, staff))
          throw new Problem('body-invalid', {
            vi: `Số được trang bị máy (${equipped}) lớn hơn tổng số người (${staff}).`,
            en: `More people have a PC (${equipped}) than there are (${staff}).`,
          })
        if (isMore(leaders, staff))
          throw new Problem('body-invalid', {
            vi: `Số người nhóm I-VI (${leaders}) lớn hơn tổng số người (${staff}).`,
            en: `More people are of groups I-VI (${leaders}) than there are (${staff}).`,
          })
      }
      const { name: who, scope } = callerOrFail(request)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      await changeStaff(database, { day, units, who, at: now(), mayTouch })
      return reply.code(204).send()
    },
  )
}

/** What is not known is not more. */
function isMore(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part > whole
}
