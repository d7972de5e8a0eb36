import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { hub, type LiveListener } from '@/stream/hub'
import { useLeadBoard } from '@/view/useLeadBoard'
import { useBoard } from './useBoard'

/** A service with many of everything, that answers as the real one does: so many from a place on, and where to go on. */
const ALL = 130
let app: App
let heard: LiveListener

const items = (from: number, limit: number, state: object) => Array.from({ length: Math.max(0, Math.min(limit, ALL - from)) }, (_, n) => ({ id: `x${from + n}`, version: 1, name: `x${from + n}`, ...state }))
function page(query: URLSearchParams, state: object) {
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit'))
  return { items: items(from, limit, state), total: { value: ALL, exact: true }, ...(from + limit < ALL && { next: String(from + limit) }) }
}
function answered(url: string): object {
  const query = new URL(url, 'http://here').searchParams
  if (query.get('view') !== 'board') return page(query, { state: 'NEW', stage: 'SIGNED' })
  const short = Number(query.get('perColumn'))
  return { columns: [{ stage: 'SIGNED', count: ALL, items: items(0, short, { stage: 'SIGNED' }), next: String(short) }, { stage: 'PRODUCED', count: 0, items: [] }] }
}
function within<T>(use: () => T): T {
  const made: T[] = []
  app = createApp(defineComponent({ setup: () => (made.push(use()), () => h('i')) }))
  app.use(createPinia()).use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)', component: {} }] }))
  app.mount(document.createElement('div'))
  return made[0] as T
}

beforeEach(() => {
  vi.spyOn(hub, 'start').mockImplementation(() => undefined)
  vi.spyOn(hub, 'listen').mockImplementation((listener) => ((heard = listener), () => true))
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(JSON.stringify(answered(url)), { headers: { 'Content-Type': 'application/json' } })))
})
afterEach(() => {
  app.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a column that was read page by page', () => {
  it('stays as long as it was when the projects are read again', async () => {
    const board = within(() => useBoard())
    await vi.waitFor(() => expect(board.columns.value[0]?.items).toHaveLength(20))
    await board.more('SIGNED')
    expect(board.columns.value[0]?.items).toHaveLength(70)
    heard.resync?.('')
    await board.read()
    expect(board.columns.value[0]?.items.map((one) => one.id)).toEqual(items(0, 70, {}).map((one) => one.id))
    await board.more('SIGNED')
    await board.more('SIGNED')
    expect(board.columns.value[0]?.items).toHaveLength(ALL)
    await board.read()
    expect(board.columns.value[0]?.items).toHaveLength(ALL)
    expect(board.columns.value[0]?.next).toBeUndefined()
  })

  it('stays as long as it was when the leads are read again, and holds each once', async () => {
    const board = within(() => useLeadBoard(() => ({ state: ['NEW'] })))
    await vi.waitFor(() => expect(board.columns.value[0]?.items).toHaveLength(20))
    await board.more('NEW')
    await board.read()
    expect(board.columns.value[0]?.items).toHaveLength(40)
    await Promise.all([board.more('NEW'), board.more('NEW')])
    const ids = board.columns.value[0]?.items.map((one) => one.id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  })
})
