/** The one caller of fetch: sends the language and the session's token, and turns every failure into an ApiError. */
import type { ErrorAnswer } from '@somay/shared/api/error.ts'
import { currentLanguage } from '@somay/shared/react/language.tsx'
import { sayIn } from '@somay/shared/text/catalogue.ts'
import { failureText } from '../text/failure.ts'

export const API = '/api/v1'

/** What happened and what to do, ready to show: in the words of the collector, or ours when it cannot be reached. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly todo: string
  readonly detail: string | undefined
  readonly id: string | undefined

  constructor(status: number, said: { code: string; message: string; todo: string; detail?: string; id?: string }) {
    super(said.message)
    this.name = 'ApiError'
    this.status = status
    this.code = said.code
    this.todo = said.todo
    this.detail = said.detail
    this.id = said.id
  }
}

let csrfToken: string | undefined

/** Kept in memory only; every change must carry it. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token
}

/** `body` travels as JSON, `file` as the bytes it is. */
type Change = { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown; file?: ArrayBuffer }

type Options = { signal?: AbortSignal; change?: Change }

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const text = await (await answerOf(path, options)).text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** A file that is asked for with a body, which a link cannot send. */
export async function requestFile(path: string, change: Change): Promise<Blob> {
  return (await answerOf(path, { change })).blob()
}

async function answerOf(path: string, { change, signal }: Options): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() }
  if (change?.body !== undefined) headers['content-type'] = 'application/json'
  if (change?.file !== undefined) headers['content-type'] = 'application/octet-stream'
  if (change && csrfToken !== undefined) headers['x-csrf-token'] = csrfToken
  const body = change?.file ?? (change?.body === undefined ? undefined : JSON.stringify(change.body))
  const response = await send(`${API}${path}`, {
    method: change?.method ?? 'GET',
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok) throw await errorOf(response)
  return response
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const say = sayIn(failureText, currentLanguage())
    throw new ApiError(0, { code: 'collector-unreachable', message: say('unreachable'), todo: say('unreachableTodo') })
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    return new ApiError(response.status, ((await response.json()) as ErrorAnswer).error)
  } catch {
    // A proxy between may answer with a page of its own.
    const say = sayIn(failureText, currentLanguage())
    return new ApiError(response.status, { code: `http-${response.status}`, message: say('strange'), todo: say('strangeTodo') })
  }
}
