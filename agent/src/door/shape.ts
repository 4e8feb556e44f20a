/** Checks of what came from elsewhere, written by hand: the resident process holds no schema library, and these few shapes need none. */

export type Shape<T> = (value: unknown) => value is T

// biome-ignore lint/suspicious/noExplicitAny: a shape of any value; `unknown` would refuse the shapes of particular ones.
type Fields = Readonly<Record<string, Shape<any>>>

type Of<F extends Fields> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never }

export type ShapeOf<S> = S extends Shape<infer T> ? T : never

export function text(maxLength: number): Shape<string> {
  return (value): value is string => typeof value === 'string' && value.length <= maxLength
}

/** One line a person typed: no control characters, neither empty nor padded. */
export function typedLine(maxLength: number): Shape<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  const control = /[\u0000-\u001f\u007f]/
  const fits = text(maxLength)
  return (value): value is string => fits(value) && value !== '' && value === value.trim() && value.isWellFormed() && !control.test(value)
}

export const instant: Shape<string> = (value): value is string =>
  typeof value === 'string' && value.length <= 30 && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))

export const whole: Shape<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0

export const yesNo: Shape<boolean> = (value): value is boolean => typeof value === 'boolean'

/** Whatever JSON holds; for what is passed on and checked where it is used. */
export const anything: Shape<unknown> = (_value): _value is unknown => true

export function oneOf<const T extends string>(...choices: readonly T[]): Shape<T> {
  return (value): value is T => choices.some((choice) => choice === value)
}

export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return (value): value is A | B => one(value) || other(value)
}

export function list<T>(item: Shape<T>, mostItems: number): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= mostItems && value.every((one) => item(one))
}

/** Exactly these fields: one too many is refused like one too few. */
export function record<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Shape<Of<R> & Partial<Of<O>>> {
  const shapes: Fields = { ...required, ...optional }
  return (value): value is Of<R> & Partial<Of<O>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    return (
      Object.keys(required).every((key) => Object.hasOwn(value, key)) &&
      Object.entries(value).every(([key, one]) => Object.hasOwn(shapes, key) && (shapes[key]?.(one) ?? false))
    )
  }
}
