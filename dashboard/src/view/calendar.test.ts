import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n, setLocale } from '@/i18n'
import { hub } from '@/stream/hub'
import LoadFailed from '@/ui/LoadFailed.vue'
import { Problem } from '@/api/problem'
import LeadCalendar from './LeadCalendar.vue'

let app: App
let root: HTMLElement
const lead = (id: number) => ({ id: String(id), name: `线索${id}`, version: 1, clocks: [{ kind: 'next-action', day: '2026-11-10', dueAt: '2026-11-10T16:00:00Z', redAt: '2026-11-20T16:00:00Z', light: 'GREEN' }] })

async function mounted(component: Parameters<typeof h>[0], props: Record<string, unknown>) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: {} }] })
  await router.push('/leads?month=2026-11')
  root = document.createElement('div')
  app = createApp({ render: () => h(component as never, props) })
  app.use(createPinia()).use(i18n).use(router).mount(root)
}

beforeEach(() => {
  setLocale('zh-CN')
  vi.spyOn(hub, 'start').mockImplementation(() => undefined)
})
afterEach(() => {
  app.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A service with so many leads that fall due. */
function service(all: number) {
  vi.stubGlobal('fetch', (url: string) => {
    const query = new URL(url, 'http://x').searchParams
    const from = Number(query.get('cursor') ?? 0)
    const items = Array.from({ length: Math.min(200, all - from) }, (_, at) => lead(from + at))
    const next = from + items.length < all ? { next: String(from + items.length) } : {}
    return Promise.resolve(new Response(JSON.stringify({ items, ...next, total: { value: all, exact: true } }), { headers: { 'Content-Type': 'application/json' } }))
  })
}

describe('the calendar of leads', () => {
  it('says how many there are when it cannot show them all', async () => {
    service(1_234)
    await mounted(LeadCalendar, { query: {} })
    await vi.waitFor(() => expect(root.querySelector('[data-testid=calendar-too-many]')?.textContent).toContain('1,234'), { timeout: 5_000 })
    expect(root.querySelector('[data-testid=calendar-too-many]')?.textContent).toContain('1,000')
  })

  it('says nothing when all of them are there', async () => {
    service(5)
    await mounted(LeadCalendar, { query: {} })
    await vi.waitFor(() => expect(root.querySelectorAll('[data-testid=calendar-entry]')).toHaveLength(4))
    expect(root.querySelector('[data-testid=calendar-too-many]')).toBeNull()
  })
})

describe('what is not there', () => {
  it('was taken away, or never was the reader’s', async () => {
    await mounted(LoadFailed, { error: new Problem(410, {}) })
    expect(root.textContent).toContain('这一条已被撤回')
    expect(root.querySelector('button')).toBeNull()
    app.unmount()
    await mounted(LoadFailed, { error: new Problem(404, {}) })
    expect(root.textContent).toContain('没有这一条')
  })
})
