/** What a validator found wrong, as a person reads it in either language: the place, then what should stand there. */
import type { Words } from '@somay/shared/text/words.ts'

type Found = { readonly keyword: string; readonly instancePath: string; readonly params: object }

const TYPES: Readonly<Record<string, Words>> = {
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  number: { vi: 'phải là một số', en: 'must be a number' },
  string: { vi: 'phải là chữ', en: 'must be text' },
  boolean: { vi: 'phải là true hoặc false', en: 'must be true or false' },
  array: { vi: 'phải là một danh sách', en: 'must be a list' },
  object: { vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' },
}

const OTHER: Words = { vi: 'không đúng dạng', en: 'does not have the expected form' }

const BY_KEYWORD: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Words>> = {
  type: ({ type }) => TYPES[String(type)] ?? OTHER,
  required: ({ requiredProperties }) => ({ vi: `thiếu ${list(requiredProperties)}`, en: `lacks ${list(requiredProperties)}` }),
  additionalProperties: ({ additionalProperties }) => ({
    vi: `có mục không dùng ở đây: ${list(additionalProperties)}`,
    en: `has what does not belong here: ${list(additionalProperties)}`,
  }),
  enum: ({ allowedValues }) => ({ vi: `phải là một trong: ${list(allowedValues)}`, en: `must be one of: ${list(allowedValues)}` }),
  pattern: () => OTHER,
  minimum: ({ limit }) => ({ vi: `phải từ ${String(limit)} trở lên`, en: `must be at least ${String(limit)}` }),
  maximum: ({ limit }) => ({ vi: `phải từ ${String(limit)} trở xuống`, en: `must be at most ${String(limit)}` }),
  minLength: ({ limit }) => ({ vi: `cần ít nhất ${String(limit)} ký tự`, en: `needs at least ${String(limit)} characters` }),
  maxLength: ({ limit }) => ({ vi: `có tối đa ${String(limit)} ký tự`, en: `may have at most ${String(limit)} characters` }),
  maxItems: ({ limit }) => ({ vi: `có tối đa ${String(limit)} mục`, en: `may have at most ${String(limit)} items` }),
}

export function wrongPlace(found: Found | undefined): Words {
  const place = found?.instancePath.slice(1) ?? ''
  const said = (found && BY_KEYWORD[found.keyword]?.(found.params as Record<string, unknown>)) ?? OTHER
  return place === '' ? said : { vi: `${place}: ${said.vi}`, en: `${place}: ${said.en}` }
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : ''
}
