import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n, setLocale } from '@/i18n'
import CommandSearch from './CommandSearch.vue'

let app: App
let router: Router
let root: HTMLElement
/** Lets the service answer. */
let answer: () => void

beforeEach(async () => {
  setLocale('zh-CN')
  HTMLDialogElement.prototype.showModal = () => undefined
  const gate = new Promise<void>((open) => (answer = open))
  vi.stubGlobal('fetch', async (url: string) => {
    await gate
    const items = url.includes('/api/leads') ? [{ id: 'L1', number: '140827-2026-0001', name: '铜箔项目', state: 'NEW' }] : []
    return new Response(JSON.stringify({ items }), { headers: { 'Content-Type': 'application/json' } })
  })
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: {} }] })
  await router.push('/')
  root = document.createElement('div')
  app = createApp({ render: () => h(CommandSearch) })
  app.use(createPinia()).use(i18n).use(router).mount(root)
})
afterEach(() => {
  app.unmount()
  vi.unstubAllGlobals()
})

function type(text: string): HTMLInputElement {
  const input = root.querySelector('input') as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input'))
  return input
}
const press = (input: HTMLElement, key: string, more: KeyboardEventInit = {}) => input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

describe('quick search', () => {
  it('opens what was searched for, also when Enter came before the answer', async () => {
    press(type('铜'), 'Enter')
    await new Promise((on) => setTimeout(on, 200))
    expect(router.currentRoute.value.path).toBe('/')
    answer()
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/leads/L1'), { timeout: 5_000 })
  })

  it('takes Enter that ends a word of an input method for no order', async () => {
    answer()
    const input = type('铜')
    await vi.waitFor(() => expect(root.textContent).toContain('140827-2026-0001'), { timeout: 5_000 })
    press(input, 'Enter', { isComposing: true })
    await new Promise((on) => setTimeout(on, 50))
    expect(router.currentRoute.value.path).toBe('/')
    press(input, 'Enter')
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/leads/L1'), { timeout: 5_000 })
  })

  it('forgets the order when something else is typed', async () => {
    press(type('铜'), 'Enter')
    type('铜箔')
    answer()
    await vi.waitFor(() => expect(root.textContent).toContain('140827-2026-0001'), { timeout: 5_000 })
    expect(router.currentRoute.value.path).toBe('/')
  })
})
