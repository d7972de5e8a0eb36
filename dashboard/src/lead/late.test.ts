import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, ref, type App } from 'vue'
import type { Lead } from '@/api/types'
import type { LeadFile } from '@/document/files'
import { useLeadFiles } from '@/document/useLeadFiles'
import { useDuplicates } from '@/duplicate/useDuplicates'
import { hub } from '@/stream/hub'
import { useKept } from '@/ui/useKept'
import { useLeadBoard } from '@/view/useLeadBoard'
import type { SavedView } from '@/view/types'
import { useViews } from '@/view/useViews'
import { useLead } from './useLead'

/** Requests wait here until the test answers them, in an order of its own. */
let waiting: { method: string; url: string; answer(body: unknown): Promise<void> }[] = []
let app: App

function within<T>(use: () => T): T {
  const made: T[] = []
  app = createApp(defineComponent({ setup: () => (made.push(use()), () => h('i')) }))
  app.use(createPinia()).mount(document.createElement('div'))
  return made[0] as T
}
const asked = (method: string, part: string, place = 0) =>
  vi.waitFor(() => waiting.filter((one) => one.method === method && one.url.includes(part))[place] ?? expect.fail(`${method} ${part} was not asked for`))
const lead = (id: string, version: number, state = 'NEW') => ({ id, version, state, name: id }) as Lead
const listed = (...items: Lead[]) => ({ items, total: { value: items.length, exact: true } })

vi.mock('@/ui/notice', () => ({ complain: vi.fn(), tell: vi.fn(), tellWithUndo: vi.fn() }))
beforeEach(() => {
  waiting = []
  localStorage.clear()
  vi.spyOn(hub, 'start').mockImplementation(() => undefined)
  vi.spyOn(hub, 'listen').mockImplementation(() => () => true)
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    return new Promise<Response>((resolve) => {
      const one = {
        method: init.method ?? 'GET',
        url,
        answer: async (body: unknown) => {
          waiting = waiting.filter((each) => each !== one)
          resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))
          await new Promise((done) => setTimeout(done))
        },
      }
      waiting.push(one)
    })
  })
})
afterEach(() => {
  app.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a saved fact whose answer comes late', () => {
  it('does not put its lead in the place of the one looked at by then', async () => {
    const id = ref('a')
    const page = within(() => useLead(id))
    await (await asked('GET', '/leads/a')).answer(lead('a', 1))
    const saving = page.save({ name: '新名' })
    id.value = 'b'
    await (await asked('GET', '/api/leads/b')).answer(lead('b', 1))
    await (await asked('PATCH', '/leads/a')).answer(lead('a', 2))
    expect(await saving).toBe(true)
    expect(page.lead.value?.id).toBe('b')
  })
})

describe('a timeline asked for twice', () => {
  it('stays the newer one', async () => {
    const page = within(() => useLead(ref('a')))
    await (await asked('GET', '/leads/a')).answer(lead('a', 1))
    const [older, olderTalks] = [await asked('GET', '/history'), await asked('GET', '/follow-ups')]
    void page.read()
    await (await asked('GET', '/leads/a', 2)).answer(lead('a', 2))
    await (await asked('GET', '/history', 1)).answer({ items: [{ id: '2' }, { id: '1' }] })
    await (await asked('GET', '/follow-ups', 1)).answer({ items: [] })
    await older.answer({ items: [{ id: '1' }] })
    await olderTalks.answer({ items: [] })
    expect(page.history.value).toHaveLength(2)
  })
})

describe('a card that was moved', () => {
  it('is not put back by a list that was asked for before', async () => {
    const board = within(() => useLeadBoard(() => ({ state: ['NEW', 'ASSESSING'] })))
    await (await asked('GET', 'state=NEW')).answer(listed(lead('a', 1)))
    await (await asked('GET', 'state=ASSESSING')).answer(listed())
    const late = board.read()
    const [news, assessing] = [await asked('GET', 'state=NEW'), await asked('GET', 'state=ASSESSING')]
    const moving = board.tryMove(lead('a', 1), 'ASSESSING')
    await (await asked('POST', '/leads/a/transitions')).answer({})
    await (await asked('GET', '/api/leads/a')).answer(lead('a', 2, 'ASSESSING'))
    expect(await moving).toBe(true)
    await news.answer(listed(lead('a', 1)))
    await assessing.answer(listed())
    await late
    expect(board.columns.value.map((column) => [column.count, column.items.length])).toEqual([[0, 0], [1, 1]])
  })
})

describe('what is said to be no duplicate', () => {
  it('is not brought back by a list that was asked for before', async () => {
    const version = ref(1)
    const duplicates = within(() => useDuplicates(ref('a'), version))
    const one = { items: [{ id: 'b' }] }
    await (await asked('GET', '/duplicates')).answer(one)
    version.value = 2
    const late = await asked('GET', '/duplicates')
    const saying = duplicates.dismiss('b')
    await (await asked('POST', '/non-duplicates')).answer({})
    await saying
    await late.answer(one)
    expect(duplicates.candidates.value).toEqual([])
  })
})

describe('a file that was taken away', () => {
  it('is not brought back by a list that was asked for before', async () => {
    const lead = ref({ id: 'a', version: 1 })
    const files = within(() => useLeadFiles(lead, () => undefined))
    const file = { id: 'f', title: '合作意向书' } as LeadFile
    await (await asked('GET', '/documents')).answer({ items: [file] })
    lead.value = { id: 'a', version: 2 }
    const late = await asked('GET', '/documents')
    const removing = files.remove(file)
    await (await asked('DELETE', '/documents/f')).answer({})
    await removing
    await late.answer({ items: [file] })
    expect(files.items.value).toEqual([])
  })
})

describe('a view saved while the views are being read', () => {
  it('stays', async () => {
    const store = within(() => useViews())
    const view = { id: 'v', name: '新', own: true } as SavedView
    void store.read()
    const read = await asked('GET', '/api/views')
    const saving = store.save({ name: '新', shared: false }, {} as never)
    await (await asked('POST', '/api/views')).answer(view)
    await saving
    await read.answer({ items: [] })
    expect(store.views.map((one) => one.id)).toEqual(['v'])
    await (await asked('GET', '/api/views')).answer({ items: [view, { ...view, id: 'w' }] })
    expect(store.views.map((one) => one.id)).toEqual(['v', 'w'])
  })
})

describe('a follow-up logged from a row that goes elsewhere with its form', () => {
  it('is not offered once more', () => {
    const kept = 'lodestone.follow-up.a'
    localStorage.setItem(kept, JSON.stringify({ summary: '已联系' }))
    const form = within(() => useKept(kept, () => ({ summary: '' })))
    expect(form.draft.value.summary).toBe('已联系')
    app.unmount()
    form.done()
    expect(localStorage.getItem(kept)).toBeNull()
    within(() => undefined)
  })
})
