import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, type App } from 'vue'
import { createMemoryHistory, createRouter, RouterView, useRouter } from 'vue-router'
import { useTyped } from './useTyped'

let app: App
let type: (text: string) => void

const list = defineComponent({
  setup() {
    const router = useRouter()
    let typed = ''
    const say = useTyped(() => void router.replace({ query: { q: typed } }))
    type = (text) => {
      typed = text
      say()
    }
    return () => h('i')
  },
})

const other = () => h('b')

async function opened() {
  // As a page that is loaded when it is first opened.
  const slow = () => new Promise<typeof other>((resolve) => setTimeout(() => resolve(other), 500))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: list },
      { path: '/one', component: slow },
    ],
  })
  await router.push('/list')
  app = createApp(RouterView)
  app.use(router).mount(document.createElement('div'))
  return router
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  app.unmount()
  vi.useRealTimers()
})

describe('a search field that writes into the address', () => {
  it('says the last of what was typed, once the hand rests', async () => {
    const router = await opened()
    type('钢')
    await vi.advanceTimersByTimeAsync(100)
    type('钢铁')
    await vi.advanceTimersByTimeAsync(100)
    expect(router.currentRoute.value.fullPath).toBe('/list')
    await vi.advanceTimersByTimeAsync(100)
    expect(router.currentRoute.value.query).toEqual({ q: '钢铁' })
  })

  it('does not take the place of a click that leaves the page', async () => {
    const router = await opened()
    type('镁')
    const left = router.push('/one')
    await vi.advanceTimersByTimeAsync(1000)
    await left
    expect(router.currentRoute.value.fullPath).toBe('/one')
  })
})
