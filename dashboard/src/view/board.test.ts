import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lead } from '@/api/types'
import { i18n } from '@/i18n'
import { useSession } from '@/session/useSession'
import { hub } from '@/stream/hub'
import LeadBoard from './LeadBoard.vue'

/** Moves wait here until the test answers them. */
let moves: Map<string, () => void>
let states: Map<string, string>
let app: App

const lead = (id: string) => ({ id, version: 1, name: id, state: states.get(id), stateSince: '2026-11-20T02:00:00Z', light: 'GREEN' }) as Lead
const json = (body: unknown) => new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
const card = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`)
const press = (id: string, key: string) => card(id)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

async function byKeys(id: string) {
  card(id)?.focus()
  press(id, 'm')
  await nextTick()
  press(id, '2')
  await vi.waitFor(() => expect(moves.has(id)).toBe(true))
  await nextTick()
}

async function answered(id: string) {
  moves.get(id)?.()
  for (let i = 0; i < 5; i++) await new Promise((done) => setTimeout(done))
}

beforeEach(async () => {
  moves = new Map()
  states = new Map([['a', 'NEW'], ['b', 'NEW']])
  vi.spyOn(hub, 'start').mockImplementation(() => undefined)
  vi.spyOn(hub, 'listen').mockImplementation(() => () => true)
  vi.stubGlobal('fetch', (url: string) => {
    const id = /\/api\/leads\/(\w+)/.exec(url)?.[1]
    if (url.includes('/transitions') && id) return new Promise<Response>((resolve) => moves.set(id, () => (states.set(id, 'ASSESSING'), resolve(json({})))))
    if (id) return Promise.resolve(json(lead(id)))
    const items = ['a', 'b'].map(lead).filter((one) => url.includes(`state=${one.state}`))
    return Promise.resolve(json({ items, total: { value: items.length, exact: true } }))
  })
  document.body.innerHTML = '<div id="app"></div>'
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)', component: {} }] })
  app = createApp(LeadBoard, { query: {} })
  app.use(createPinia()).use(router).use(i18n)
  useSession().me = { id: 'officer', name: '', roles: ['officer'] } as never
  app.mount('#app')
  await vi.waitFor(() => expect(card('a')).not.toBeNull())
})
afterEach(() => {
  app.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('cards that are moved one after the other', () => {
  it('keep the focus on the one moved last, whichever move is answered first', async () => {
    await byKeys('a')
    await byKeys('b')
    expect(document.activeElement).toBe(card('b'))
    await answered('a')
    expect(document.activeElement).toBe(card('b'))
    await answered('b')
    expect(document.activeElement).toBe(card('b'))
  })
})
