import { afterEach, describe, expect, it } from 'vitest'
import { createApp, defineComponent, h, type App } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useHere } from './useHere'

let app: App
let here: () => boolean
afterEach(() => app.unmount())

const form = defineComponent({
  setup() {
    here = useHere()
    return () => h('i')
  },
})

describe('a form whose answer is on its way', () => {
  it('knows that its page has been left, also while the other is still loading', async () => {
    let loaded: () => void = () => undefined
    const slow = () => new Promise<() => unknown>((resolve) => (loaded = () => resolve(() => h('b'))))
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/form', component: form },
        { path: '/other', component: slow },
      ],
    })
    await router.push('/form')
    app = createApp(RouterView)
    app.use(router).mount(document.createElement('div'))
    await router.replace({ query: { q: '1' } })
    expect(here()).toBe(true)
    const left = router.push('/other')
    await new Promise((done) => setTimeout(done))
    expect(here()).toBe(false)
    loaded()
    await left
    expect(here()).toBe(false)
  })
})
