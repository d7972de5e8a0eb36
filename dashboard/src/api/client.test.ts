import { afterEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { api, speak, whenUnauthorized, withQuery } from './client'
import { heldWrites, offline } from './connection'
import { Problem } from './problem'

const answers: (() => Promise<Response>)[] = []
const asked: { url: string; init: RequestInit }[] = []
vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
  asked.push({ url, init })
  const next = answers.shift()
  return next ? next() : Promise.reject(new TypeError('no answer'))
})
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => () =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } }))
const header = (at: number, name: string) => (asked[at]?.init.headers as Record<string, string>)[name]

afterEach(() => {
  answers.length = 0
  asked.length = 0
})

describe('a request', () => {
  it('repeats a filter with several values and leaves out what is empty', () => {
    expect(withQuery('/api/leads', { q: '', state: ['NEW', 'INTENT'], limit: 50, cursor: undefined })).toBe('/api/leads?state=NEW&state=INTENT&limit=50')
  })

  it('says the language, the version it changes and the token of the session', async () => {
    document.cookie = 'XSRF-TOKEN=t1'
    speak('en')
    answers.push(json(200, { id: 'a' }))
    await api.patch('/api/leads/a', { name: 'x' }, 7)
    expect(header(0, 'If-Match')).toBe('"7"')
    expect(header(0, 'X-XSRF-TOKEN')).toBe('t1')
    expect(header(0, 'Accept-Language')).toBe('en')
  })

  it('sends a write that nobody answered again under the same key', async () => {
    const seen: [number, boolean][] = []
    const stop = watch([heldWrites, offline], ([held, cut]) => seen.push([held, cut]), { flush: 'sync' })
    answers.push(() => Promise.reject(new TypeError('network')), json(201, { id: 'a' }))
    expect((await api.post<{ id: string }>('/api/leads', { name: 'x' })).data.id).toBe('a')
    stop()
    expect(seen).toContainEqual([1, true])
    expect(header(1, 'Idempotency-Key')).toBe(header(0, 'Idempotency-Key'))
    expect(heldWrites.value).toBe(0)
    expect(offline.value).toBe(false)
  })

  it('throws what the service refused, with every field', async () => {
    answers.push(json(400, { type: '/problems/invalid-request', title: 'x', errors: [{ field: 'name', message: 'needed' }] }))
    const error = await api.post('/api/leads', {}).catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).is('invalid-request')).toBe(true)
    expect((error as Problem).errors.map((one) => one.field)).toEqual(['name'])
  })

  it('notices the end of the session', async () => {
    const ended = vi.fn()
    whenUnauthorized(ended)
    answers.push(json(401, { type: '/problems/unauthorized' }))
    await expect(api.get('/api/me')).rejects.toBeInstanceOf(Problem)
    expect(ended).toHaveBeenCalledOnce()
  })
})
