import { heldWrites, offline, untilReachable } from './connection'
import { Problem } from './problem'

export interface Answer<T> {
  data: T
  status: number
  etag?: string
  /** Where the event stream stood when this snapshot was taken. */
  position?: string
  location?: string
}

interface Options {
  body?: unknown
  ifMatch?: number
  key?: string
  signal?: AbortSignal
}

const READ_TRIES = 3
let language = 'zh-CN'
let onUnauthorized: () => void = () => undefined

export function speak(locale: string): void {
  language = locale
}
export function spoken(): string {
  return language
}
/** Nobody is signed in any more: said by whatever asked. */
export function unauthorized(): void {
  onUnauthorized()
}
export function whenUnauthorized(handler: () => void): void {
  onUnauthorized = handler
}

export function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

export type Query = Record<string, string | number | boolean | undefined | readonly string[]>

/** Several values of a filter; one with a comma in it is said twice, since one alone is split there and what is repeated is not. */
export function said(values: readonly string[]): readonly string[] {
  const [only = ''] = values
  return values.length === 1 && only.includes(',') ? [only, only] : values
}

export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    if (typeof value === 'object') (name === 'key' ? value : said(value)).forEach((one) => params.append(name, String(one)))
    else params.append(name, String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

export function newKey(): string {
  return crypto.randomUUID()
}

/**
 * One request. A write that nobody answered is held and sent again with the same Idempotency-Key until it is
 * answered; a read gives up after a few tries. Throws a {@link Problem} for every answer that is not a success.
 */
async function send<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const write = method !== 'GET'
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': language }
  // A form with a file says its own type, with the boundary the browser chose.
  const form = options.body instanceof FormData ? options.body : undefined
  if (options.body !== undefined && !form) headers['Content-Type'] = 'application/json'
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`
  if (method === 'POST') headers['Idempotency-Key'] = options.key ?? newKey()

  let held = false
  try {
    for (let attempt = 1; ; attempt++) {
      if (write) headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN') ?? ''
      try {
        const init: RequestInit = { method, headers, credentials: 'same-origin' }
        if (options.body !== undefined) init.body = form ?? JSON.stringify(options.body)
        if (options.signal) init.signal = options.signal
        const response = await fetch(path, init)
        offline.value = false
        return await read<T>(response)
      } catch (error) {
        if (error instanceof Problem || options.signal?.aborted) throw error
        offline.value = true
        if (!write && attempt >= READ_TRIES) throw new Problem(0, { type: '/problems/unreachable' })
        if (write && !held) {
          held = true
          heldWrites.value++
        }
        await untilReachable(Math.random() * Math.min(15_000, 500 * 2 ** attempt))
      }
    }
  } finally {
    if (held) heldWrites.value--
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  const json: unknown = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : undefined
  if (!response.ok) {
    if (response.status === 401) onUnauthorized()
    throw new Problem(response.status, (json ?? {}) as Problem['body'])
  }
  const answer: Answer<T> = { data: json as T, status: response.status }
  const { headers } = response
  const etag = headers.get('ETag')
  const position = headers.get('X-Stream-Position')
  const location = headers.get('Location')
  if (etag) answer.etag = etag
  if (position) answer.position = position
  if (location) answer.location = location
  return answer
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) => send<T>('GET', withQuery(path, query), signal ? { signal } : {}),
  post: <T>(path: string, body: unknown, key?: string, signal?: AbortSignal) => send<T>('POST', path, { body, ...(key && { key }), ...(signal && { signal }) }),
  put: <T>(path: string, body: unknown, ifMatch?: number) => send<T>('PUT', path, ifMatch === undefined ? { body } : { body, ifMatch }),
  delete: <T>(path: string) => send<T>('DELETE', path),
  patch: <T>(path: string, body: unknown, ifMatch?: number) => send<T>('PATCH', path, ifMatch === undefined ? { body } : { body, ifMatch }),
}
