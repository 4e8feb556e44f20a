/** How requests are checked: bodies exactly as they came, query strings and path parameters turned from text first. */
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Problem } from './problem.ts'
import { wrongPlace } from './validation-words.ts'

export function checkRequests(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const validator = Compile(schema)
    const fromText = httpPart === 'querystring' || httpPart === 'params'
    return (given: unknown) => {
      const value = fromText ? validator.Convert(listsOf(schema, given)) : given
      if (validator.Check(value)) return { value }
      const [first] = validator.Errors(value)
      return { error: new Problem(fromText ? 'query-invalid' : 'body-invalid', wrongPlace(first)) }
    }
  })
  // Plain JSON: the schema-driven serializer writes false and 0 where a value is missing, and here missing means something.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}

/** A parameter that may repeat arrives as text when it came once. */
function listsOf(schema: TSchema, given: unknown): unknown {
  const { properties } = schema as { properties?: Record<string, { type?: string }> }
  if (!properties || typeof given !== 'object' || given === null) return given
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, properties[key]?.type === 'array' && !Array.isArray(value) ? [value] : value]),
  )
}
