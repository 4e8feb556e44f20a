/** The register: a list is uploaded, previewed with every problem, imported; people decide about pairs nobody can be sure of. */
import {
  type ListImported,
  ListImportedSchema,
  type ListPreview,
  ListPreviewSchema,
  type ListReading,
  ListReadingSchema,
  type PairDecision,
  PairDecisionSchema,
  ProblemFileSchema,
  UploadParametersSchema,
  UploadQuerySchema,
} from '@somay/shared/api/register.ts'
import { type Language, languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope } from '../access/scope.ts'
import { sendTable } from '../fleet/send-table.ts'
import { Problem } from '../platform/problem.ts'
import { decidePair } from '../store/register/decide-pair.ts'
import { importList } from '../store/register/import-list.ts'
import { matchRegister } from '../store/register/match.ts'
import { rememberList, rememberPcs, rememberUnits } from '../store/register/remembered-lists.ts'
import { dropUpload, keepUpload, readUpload, type Upload } from '../store/register/uploads.ts'
import { takeLists } from './list-uploads.ts'
import { incompleteness, previewOf, readListing } from './register-list.ts'
import { problemTable } from './register-problems.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

type Params = { readonly id: string }
type FileQuery = { readonly format: 'csv' | 'xlsx'; readonly language?: Language }

export async function registerRoutes(app: FastifyInstance, place: AdministrationPlace): Promise<void> {
  const { database, now, timeZone } = place
  const config = { access: 'manage-register' as const }
  takeLists(app)

  app.post<{ Querystring: { fileName: string }; Body: Buffer }>(
    '/api/v1/register/uploads',
    { config, schema: { summary: 'Upload a list of the register', querystring: UploadQuerySchema, response: { 200: ListPreviewSchema } } },
    async (request): Promise<ListPreview> => {
      if (!Buffer.isBuffer(request.body)) throw new Problem('media-type-unsupported', 'a list comes as application/octet-stream')
      const caller = callerOrFail(request)
      const { fileName } = request.query
      // Read once before it is kept: a file nobody can read is refused at once.
      const found = await readListing(place, { id: '', fileName, file: request.body }, {}, caller)
      const id = await keepUpload(database, { who: caller.name, at: now(), fileName, file: request.body })
      return previewOf({ id, fileName, file: request.body }, {}, found)
    },
  )

  app.post<{ Params: Params; Body: ListReading }>(
    '/api/v1/register/uploads/:id/preview',
    {
      config,
      schema: {
        summary: 'What a list would change',
        params: UploadParametersSchema,
        body: ListReadingSchema,
        response: { 200: ListPreviewSchema },
      },
    },
    async (request): Promise<ListPreview> => {
      const upload = await uploadOf(request)
      return previewOf(upload, request.body, await readListing(place, upload, request.body, callerOrFail(request)))
    },
  )

  app.post<{ Params: Params; Body: ListReading; Querystring: FileQuery }>(
    '/api/v1/register/uploads/:id/problems',
    {
      config,
      schema: {
        summary: 'Every problem of a list by row, as CSV or XLSX',
        params: UploadParametersSchema,
        querystring: ProblemFileSchema,
        body: ListReadingSchema,
      },
    },
    async (request, reply) => {
      const upload = await uploadOf(request)
      const found = await readListing(place, upload, request.body, callerOrFail(request), { everyProblem: true })
      const { format, language = languageOf(request.headers['accept-language']) } = request.query
      const table = problemTable(found, { fileName: upload.fileName, language, timeZone })
      return sendTable(reply, table, language === 'vi' ? 'van-de-theo-dong' : 'problems', format)
    },
  )

  app.post<{ Params: Params; Body: ListReading }>(
    '/api/v1/register/uploads/:id/import',
    {
      config,
      schema: { summary: 'Import a list', params: UploadParametersSchema, body: ListReadingSchema, response: { 200: ListImportedSchema } },
    },
    async (request): Promise<ListImported> => {
      const upload = await uploadOf(request)
      const caller = callerOrFail(request)
      const found = await readListing(place, upload, request.body, caller)
      const missing = incompleteness(found)
      if (missing) throw new Problem('list-incomplete', missing)
      const { read, listing, given } = found
      const about = {
        who: caller.name,
        at: now(),
        timeZone,
        fileName: upload.fileName,
        rows: read.counts.rows,
        refused: read.counts.refused,
      }
      const { id, comparison } = await importList(database, { ...listing, ...about })
      // The list stands in the register: what fails from here on loses nothing of it, and is told as what it is.
      const afterwards = async <T>(work: () => Promise<T>, failed: string): Promise<T | undefined> => {
        try {
          return await work()
        } catch (error) {
          request.log.error({ err: error }, failed)
          return undefined
        }
      }
      await afterwards(async () => {
        await dropUpload(database, upload.id)
        await rememberList(database, read.headings, { mapping: read.mapping as Record<string, number>, costUnitDong: read.costUnitDong })
        const author = { headings: read.headings, who: caller.name }
        await rememberUnits(database, author, given)
        await rememberPcs(
          database,
          author,
          (request.body.pcs ?? []).map(({ text, isPc }) => [text, isPc] as const),
        )
      }, 'how a list was read could not be remembered')
      const matched = await afterwards(
        () => matchRegister(database, { at: now(), timeZone }),
        'the register could not be matched after an import; the next hour tries again',
      )
      const { added, changed, same, gone, older, elsewhere } = comparison
      const refused = read.counts.refused + older.length + elsewhere.length
      return {
        importId: id,
        added: added.length,
        changed: changed.length,
        same,
        gone: gone.length,
        refused,
        ...matched,
      }
    },
  )

  app.post<{ Body: PairDecision }>(
    '/api/v1/register/decisions',
    { config, schema: { summary: 'Say whether an asset and a PC are the same', body: PairDecisionSchema } },
    async (request, reply) => {
      const { name: who, scope } = callerOrFail(request)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      const outcome = await decidePair(database, { ...request.body, who, at: now(), timeZone, mayTouch })
      if (outcome === undefined) throw new Problem('not-found')
      if (outcome === 'taken') throw new Problem('pair-taken')
      return reply.code(204).send()
    },
  )

  async function uploadOf(request: FastifyRequest<{ Params: Params }>): Promise<Upload> {
    const upload = await readUpload(database, request.params.id, callerOrFail(request).name)
    if (!upload) throw new Problem('list-gone')
    return upload
  }
}
