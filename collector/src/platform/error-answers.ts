/** Turns everything that can go wrong in a request into the one shape of error answer, in the asker's language, with an id for the log. */
import { randomUUID } from 'node:crypto'
import type { ErrorAnswer } from '@somay/shared/api/error.ts'
import { ERRORS, type ErrorCode } from '@somay/shared/errors.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

// Fastify's own refusals, by its codes: https://fastify.dev/docs/latest/Reference/Errors/
const FRAMEWORK_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'report-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-not-json',
  FST_ERR_BAD_URL: 'not-found',
}

const MAX_DETAIL = 500

const STORAGE_RETRY_SECONDS = 30

export function answerErrors(app: FastifyInstance, isStorageFailure: (error: unknown) => boolean): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = isStorageFailure(error) ? new Problem('storage-unavailable', undefined, STORAGE_RETRY_SECONDS) : problemOf(error)
    return answer(problem, problem.cause ?? error, request, reply)
  })
  app.setNotFoundHandler((request, reply) => answer(new Problem('not-found'), undefined, request, reply))
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (error.validation) {
    const [first] = error.validation
    const place = `${error.validationContext ?? 'body'}${first?.instancePath ?? ''}: ${first?.message ?? 'invalid'}`
    return new Problem(error.validationContext === 'body' ? 'body-invalid' : 'query-invalid', place)
  }
  const code = FRAMEWORK_CODES[error.code]
  if (code) return new Problem(code)
  if (error.statusCode === 429) return new Problem('rate-limited')
  if (error.code?.startsWith('FST_CSRF')) return new Problem('csrf-invalid')
  return new Problem(error.statusCode === 400 ? 'body-not-json' : 'internal')
}

function answer(problem: Problem, cause: unknown, request: FastifyRequest, reply: FastifyReply): ErrorAnswer {
  const { status, says, todo } = ERRORS[problem.code]
  const language = languageOf(request.headers['accept-language'])
  const id = randomUUID()
  const where = { errorId: id, method: request.method, route: request.routeOptions.url, ip: request.ip, who: whoAsked(request) }
  if (status >= 500 && status !== 503) request.log.error({ ...where, err: cause }, 'unexpected error')
  // Only the message: every report that is refused writes this line.
  else if (problem.code === 'storage-unavailable')
    request.log.error({ ...where, cause: cause instanceof Error ? cause.message : undefined }, 'the store cannot be written')
  // Addresses that do not exist are tried all day long by whoever scans networks.
  else request.log[status === 404 ? 'debug' : 'info']({ ...where, code: problem.code, detail: problem.detail }, 'refused')
  reply.code(status)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  const error: ErrorAnswer['error'] = { code: problem.code, message: says[language], todo: todo[language], id }
  const { detail } = problem
  if (detail !== undefined) error.detail = (typeof detail === 'string' ? detail : detail[language]).slice(0, MAX_DETAIL)
  return { error }
}

function whoAsked({ caller, pcId }: FastifyRequest): string | undefined {
  return caller?.name ?? (pcId > 0 ? `PC ${pcId}` : undefined)
}
