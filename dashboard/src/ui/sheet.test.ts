import { afterEach, describe, expect, it } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue'
import { i18n } from '@/i18n'
import SideSheet from './SideSheet.vue'

let app: App
afterEach(() => app.unmount())

describe('a sheet that leads to another', () => {
  it('leaves the page behind inert and the focus in the other', async () => {
    document.body.innerHTML = '<div class="shell"><button id="begin">…</button></div><div id="app"></div>'
    document.getElementById('begin')?.focus()
    const shown = ref({ first: true, second: false })
    app = createApp(defineComponent({ setup: () => () => [shown.value.first && h(SideSheet, { title: 'first' }), shown.value.second && h(SideSheet, { title: 'second' })] }))
    app.use(i18n).mount('#app')
    await nextTick()
    const titled = () => document.activeElement?.getAttribute('aria-label')
    expect(titled()).toBe('first')
    shown.value = { first: true, second: true }
    await nextTick()
    shown.value = { first: false, second: true }
    await nextTick()
    expect(titled()).toBe('second')
    expect(document.querySelector('.shell')?.hasAttribute('inert')).toBe(true)
    shown.value = { first: false, second: false }
    await nextTick()
    expect(document.querySelector('.shell')?.hasAttribute('inert')).toBe(false)
  })
})
