import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lead } from '@/api/types'
import { hub, type LiveListener } from '@/stream/hub'
import { useLeads } from './useLeads'

/** Requests wait here until the test answers them. */
let waiting: { url: string; answer(body: unknown, status?: number): Promise<void> }[] = []
let live: LiveListener = {}
let app: App

const lead = (id: string, version: number) => ({ id, version, name: id, state: 'NEW' }) as Lead
const page = (...items: Lead[]) => ({ items, total: { value: items.length, exact: true }, facets: {} })
const event = (type: string, subject: string, sequence: number) => live.event?.({ id: `${subject}-${sequence}`, source: '', type, subject, time: '', sequence: String(sequence), data: {} })
const asked = (part: string) => vi.waitFor(() => waiting.find((one) => one.url.includes(part)) ?? expect.fail(`nobody asked for ${part}`))

async function opened(): Promise<ReturnType<typeof useLeads>> {
  let leads: ReturnType<typeof useLeads> | undefined
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/leads', component: {} }] })
  await router.push('/leads')
  app = createApp(defineComponent({ setup: () => ((leads = useLeads()), () => h('i')) }))
  app.use(createPinia()).use(router).mount(document.createElement('div'))
  if (!leads) throw new Error('not mounted')
  return leads
}

beforeEach(() => {
  waiting = []
  vi.spyOn(hub, 'start').mockImplementation(() => undefined)
  vi.spyOn(hub, 'listen').mockImplementation((listener) => ((live = listener), () => true))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    return new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError')))
      const answer = async (body: unknown, status = 200) => {
        waiting = waiting.filter((one) => one !== asked)
        resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))
        await new Promise((done) => setTimeout(done))
      }
      const asked = { url, answer }
      waiting.push(asked)
    })
  })
})
afterEach(() => {
  app.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the list of leads', () => {
  it.each([404, 410])('drops a row whose lead answers %i', async (status) => {
    const leads = await opened()
    await (await asked('/api/leads?')).answer(page(lead('a', 1), lead('b', 1)))
    event('lead.withdrawn.v1', 'a', 2)
    await (await asked('/api/leads/a')).answer({}, status)
    expect(leads.items.value.map((one) => one.id)).toEqual(['b'])
  })

  it('keeps a row when the service only fails to answer', async () => {
    const leads = await opened()
    await (await asked('/api/leads?')).answer(page(lead('a', 1)))
    event('lead.changed.v1', 'a', 2)
    await (await asked('/api/leads/a')).answer({}, 500)
    expect(leads.items.value.map((one) => one.id)).toEqual(['a'])
  })

  it('is read again when the stream opens while the first answer is still on its way', async () => {
    const leads = await opened()
    const first = await asked('/api/leads?')
    live.resync?.('opened')
    await vi.waitFor(() => expect(waiting.filter((one) => one.url.includes('/api/leads?'))).toHaveLength(2))
    const second = waiting.find((one) => one.url.includes('/api/leads?') && one !== first)
    await second?.answer(page(lead('b', 1)))
    await first.answer(page(lead('a', 1), lead('b', 1)))
    expect(leads.items.value.map((one) => one.id)).toEqual(['b'])
    expect(leads.loaded.value).toBe(true)
  })

  it('stays as long as it was when it is read again', async () => {
    const leads = await opened()
    const many = Array.from({ length: 70 }, (_, n) => lead(`l${n}`, 1))
    await (await asked('/api/leads?')).answer({ ...page(...many.slice(0, 50)), next: 'c' })
    void leads.read(true)
    await (await asked('cursor=c')).answer(page(...many.slice(50)))
    live.resync?.('opened')
    const again = await asked('limit=70')
    expect(leads.items.value).toHaveLength(70)
    await again.answer(page(...many))
    expect(leads.items.value).toHaveLength(70)
  })

  it('looks again at a row that is older than what was heard while it was read', async () => {
    const leads = await opened()
    const first = await asked('/api/leads?')
    event('lead.withdrawn.v1', 'a', 2)
    await first.answer(page(lead('a', 1), lead('b', 1)))
    await (await asked('/api/leads/a')).answer({}, 410)
    expect(leads.items.value.map((one) => one.id)).toEqual(['b'])
    expect(waiting.some((one) => one.url.includes('/api/leads/b'))).toBe(false)
  })

  it('counts no lead that was withdrawn among the new ones', async () => {
    const leads = await opened()
    await (await asked('/api/leads?')).answer(page(lead('a', 1)))
    event('lead.captured.v1', 'n', 1)
    expect([...leads.arrived.value]).toEqual(['n'])
    event('lead.withdrawn.v1', 'n', 2)
    expect([...leads.arrived.value]).toEqual([])
  })
})
