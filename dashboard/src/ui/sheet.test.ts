import { afterEach, describe, expect, it } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue'
import { i18n } from '@/i18n'
import SideSheet from './SideSheet.vue'

let app: App
afterEach(() => app.unmount())

function show(sheets: () => unknown): void {
  app = createApp(defineComponent({ setup: () => sheets as never }))
  app.use(i18n).mount('#app')
}

describe('a sheet whose button with the focus is gone', () => {
  it('is closed by Escape all the same, the one on top first', async () => {
    document.body.innerHTML = '<div id="app"></div>'
    const closed: string[] = []
    const sheet = (title: string) => h(SideSheet, { title, onClose: () => closed.push(title) })
    show(() => [sheet('under'), sheet('top')])
    await nextTick()
    ;(document.activeElement as HTMLElement).blur()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(closed).toEqual(['top'])
  })
})

describe('a sheet that leads to another', () => {
  it('leaves the page behind inert and the focus in the other', async () => {
    document.body.innerHTML = '<div class="shell"><button id="begin">…</button></div><div id="app"></div>'
    document.getElementById('begin')?.focus()
    const shown = ref({ first: true, second: false })
    show(() => [shown.value.first && h(SideSheet, { title: 'first' }), shown.value.second && h(SideSheet, { title: 'second' })])
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
