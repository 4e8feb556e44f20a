/** The smallest client for tests: cookies kept, the session's token sent with changes, answers as they came. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; json<T>(): T }

export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The raw response, for downloads. */
  fetch(path: string): Promise<Response>
}

export function clientOf(url: string, fixed: Readonly<Record<string, string>> = {}): Client {
  let cookie = ''
  let csrfToken = ''
  async function call(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        ...fixed,
        ...(cookie === '' ? {} : { cookie }),
        ...(csrfToken === '' || method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array || typeof body === 'string' ? (body as string) : JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set) cookie = set.split(';')[0] ?? ''
    const text = await response.text()
    const answer = { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T }
    if (path === '/api/v1/session' && response.ok && text !== '') csrfToken = answer.json<{ csrfToken: string }>().csrfToken
    return answer
  }
  return {
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    send: (method, path, body, headers = {}) => call(method, path, body, headers),
    fetch: (path) => fetch(new URL(path, url), { headers: { ...fixed, ...(cookie === '' ? {} : { cookie }) } }),
  }
}

export async function loggedIn(url: string, userName: string, password: string): Promise<Client> {
  const client = clientOf(url)
  const answer = await client.send('POST', '/api/v1/session', { userName, password })
  if (answer.status !== 200) throw new Error(`log-in of ${userName} failed: ${answer.text}`)
  return client
}
