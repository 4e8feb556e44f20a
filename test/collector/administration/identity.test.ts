/** The identity desk over HTTP, on both databases: what is open, merging, undoing, telling apart; within one's scope alone. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Alerts } from '#shared/api/alerts.ts'
import type { Answered, Merges, Questions } from '#shared/api/identity.ts'
import type { PcHistory, PcList, PcPage } from '#shared/api/pcs.ts'
import { makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'
import { evidenceOf } from '../store/contract/ledger.ts'

async function office(t: TestContext, address: string) {
  const house = await appOver(t, address)
  const health = await house.ledger.unit('Sở Y tế')
  const old = (await house.ledger.enrol({ evidence: evidenceOf(1), hostName: 'CU' })) as number
  const none = { system: undefined, board: undefined, chassis: undefined, disks: undefined, 'network-adapters': undefined }
  await house.ledger.report(old, makeReport({ facts: none, takenAt: Date.UTC(2026, 1, 1) }))
  const fresh = (await house.ledger.enrol({
    evidence: evidenceOf(2, { diskSerials: ['DISK1'] }),
    hostName: 'MOI',
    unitId: health,
  })) as number
  await house.ledger.report(fresh, makeReport({ facts: none, takenAt: Date.UTC(2026, 5, 1) }))
  const ask = async <T>(headers: Record<string, string>, url: string, payload?: object, status = 200): Promise<T> => {
    const method = payload === undefined ? ('GET' as const) : ('POST' as const)
    const answer = await house.app.inject({ method, url: `/api/v1/${url}`, headers, ...(payload && { payload }) })
    assert.equal(answer.statusCode, status, answer.body)
    return (answer.body === '' ? undefined : answer.json()) as T
  }
  return { ...house, health, old, fresh, ask }
}

for (const [engine, address] of Object.entries(bothEngines('identity'))) {
  test(`${engine}: a pair is shown with its evidence, merged, read as one PC, and made two again`, async (t) => {
    const { ask, logIn, old, fresh } = await office(t, await address())
    const staff = await logIn('it-staff')
    const { count, questions } = await ask<Questions>(staff, 'identity/questions')
    assert.equal(count, 1)
    assert.deepEqual([questions[0]?.one.id, questions[0]?.other.id, questions[0]?.agree], [old, fresh, ['disk-serial']])
    assert.ok(questions[0]?.against.includes('board-serial'))
    assert.ok(questions[0]?.one.evidence.some(({ kind, value }) => kind === 'disk-serial' && value === 'disk1'))
    assert.equal((await ask<Alerts>(staff, 'alerts')).questions, 1)
    assert.equal((await ask<Alerts>(await logIn('viewer'), 'alerts')).questions, undefined)

    const answered = await ask<Answered>(staff, 'identity/answers', { pcIds: [old, fresh], same: true })
    assert.equal(answered.into, fresh)
    assert.equal((await ask<Questions>(staff, 'identity/questions')).count, 0)
    assert.equal((await ask<PcList>(staff, 'pcs')).total, 1)
    const page = await ask<PcPage>(staff, `pcs/${fresh}`)
    assert.deepEqual(page.events.map(({ kind }) => kind).slice(0, 2), ['merged', 'merged'])
    assert.ok(page.events.some(({ kind }) => kind === 'enrolled'))
    assert.equal((await ask<PcPage>(staff, `pcs/${old}`)).mergedInto, fresh)
    const changes = (await ask<PcHistory>(staff, `pcs/${fresh}/history`)).changes
    assert.ok(
      changes.some(({ at }) => at === Date.UTC(2026, 1, 1)) && changes.some(({ at }) => at === Date.UTC(2026, 5, 1)),
      'history of both',
    )
    const { merges } = await ask<Merges>(staff, 'identity/merges')
    assert.deepEqual([merges[0]?.fromName, merges[0]?.intoName, merges[0]?.undoneAt], ['CU', 'MOI', undefined])

    await ask(staff, `identity/merges/${answered.mergeId}/undoing`, {}, 204)
    await ask(staff, `identity/merges/${answered.mergeId}/undoing`, {}, 404)
    assert.equal((await ask<PcList>(staff, 'pcs')).total, 2)
    assert.equal((await ask<Questions>(staff, 'identity/questions')).count, 0, 'a person told them apart')
    assert.ok((await ask<Merges>(staff, 'identity/merges')).merges[0]?.undoneBy?.startsWith('person-'))
  })

  test(`${engine}: who sees one of both decides nothing, and is told of neither`, async (t) => {
    const { ask, logIn, old, fresh, health } = await office(t, await address())
    const scoped = await logIn('it-staff', [health])
    assert.deepEqual(await ask<Questions>(scoped, 'identity/questions'), { count: 0, questions: [] })
    for (const same of [true, false]) await ask(scoped, 'identity/answers', { pcIds: [old, fresh], same }, 404)
    const { mergeId } = await ask<Answered>(await logIn('administrator'), 'identity/answers', { pcIds: [old, fresh], same: true })
    assert.deepEqual((await ask<Merges>(scoped, 'identity/merges')).merges, [])
    await ask(await logIn('it-staff', []), `identity/merges/${mergeId}/undoing`, {}, 404)
  })
}
