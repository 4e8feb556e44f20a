/** How requests are checked: bodies exactly as they came, query strings and path parameters turned from text first. */
import { withoutControls } from '@somay/shared/text/plain.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type, { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Problem } from './problem.ts'
import { wrongPlace } from './validation-words.ts'

/** Of a name that somebody made up. */
const MOST_SAID = 60

/** The files of the documentation page name themselves by versions. */
const OF_OTHERS = '/api/v1/documentation'

export function checkRequests(app: FastifyInstance): void {
  // A misspelt name would otherwise give another figure without a word. What agents call is left alone: an older collector must bear a newer agent.
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1/') || route.url.startsWith(OF_OTHERS) || route.config?.access === 'agent') return
    const { querystring = Type.Object({}) } = (route.schema ?? {}) as { querystring?: { properties?: Record<string, TSchema> } }
    const { properties } = querystring
    if (!properties) throw new Error(`The parameters of ${route.url} are no plain object, so that unknown ones cannot be refused.`)
    route.schema = { ...route.schema, querystring: Type.Object(properties, { additionalProperties: false }) }
  })
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const validator = Compile(schema)
    const fromText = httpPart === 'querystring' || httpPart === 'params'
    return (given: unknown) => {
      const strange = httpPart === 'querystring' ? unknownParameter(schema, given) : undefined
      if (strange) return { error: new Problem('query-invalid', strange) }
      const value = fromText ? validator.Convert(listsOf(schema, given)) : given
      if (validator.Check(value)) return { value }
      const [first] = validator.Errors(value)
      return { error: new Problem(fromText ? 'query-invalid' : 'body-invalid', wrongPlace(first)) }
    }
  })
  // Plain JSON: the schema-driven serializer writes false and 0 where a value is missing, and here missing means something.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}

/** What of a query string no parameter is called, and what they are called. */
function unknownParameter(schema: TSchema, given: unknown): Words | undefined {
  const known = Object.keys((schema as { properties?: object }).properties ?? {})
  const strange = Object.keys(given ?? {}).find((name) => !known.includes(name))
  if (strange === undefined) return undefined
  const name = withoutControls(strange).slice(0, MOST_SAID)
  if (known.length === 0) return { vi: `${name}: địa chỉ này không có tham số nào`, en: `${name}: this address takes no parameters` }
  return {
    vi: `${name}: không có tham số này; có: ${known.join(', ')}`,
    en: `${name}: there is no such parameter; there are: ${known.join(', ')}`,
  }
}

/** A parameter that may repeat arrives as text when it came once. */
function listsOf(schema: TSchema, given: unknown): unknown {
  const { properties } = schema as { properties?: Record<string, { type?: string }> }
  if (!properties || typeof given !== 'object' || given === null) return given
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, properties[key]?.type === 'array' && !Array.isArray(value) ? [value] : value]),
  )
}
