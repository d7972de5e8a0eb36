import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, type App } from 'vue'
import { i18n, setLocale } from '@/i18n'
import RuleSheet from './RuleSheet.vue'

const errors = [
  { field: 'when.parks', message: '该开发区的目录中没有：gone' },
  { field: 'when.amountTo', message: '须大于前一项' },
  { field: 'to', message: '该开发区的目录中没有：nobody' },
  { field: 'to', message: '角色不能负责线索：viewer' },
  { field: 'capacity', message: '须为整数' },
  { field: 'position', message: '须为整数' },
]
let app: App
let sent: Record<string, unknown>

beforeEach(() => {
  setLocale('zh-CN')
  document.body.innerHTML = '<div id="app"></div>'
  vi.stubGlobal('fetch', (_: string, request: RequestInit) => {
    sent = JSON.parse(String(request.body)) as Record<string, unknown>
    return Promise.resolve(new Response(JSON.stringify({ type: '/problems/invalid-request', errors }), { status: 400, headers: { 'Content-Type': 'application/problem+json' } }))
  })
})
afterEach(() => {
  app.unmount()
  vi.unstubAllGlobals()
})

describe('a rule that is refused', () => {
  it('shows everything that is wrong, each where it belongs, and keeps what was typed', async () => {
    app = createApp({ render: () => h(RuleSheet, { zone: '140827', position: 0 }) })
    app.use(createPinia()).use(i18n).mount('#app')
    await vi.waitFor(() => expect(document.querySelector('#rule-capacity')).not.toBeNull())
    const input = (id: string, text: string) => {
      const field = document.querySelector<HTMLInputElement>(`#${id}`)
      if (!field) throw new Error(id)
      field.value = text
      field.dispatchEvent(new Event('input'))
    }
    input('rule-name', '规则')
    input('rule-capacity', '二十')
    document.querySelector('form')?.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(document.querySelectorAll('[role=alert]').length).toBeGreaterThanOrEqual(5))

    expect(sent['capacity']).toBe('二十')
    const said = (id: string) => document.querySelector(`[data-testid=error-${id}]`)?.textContent
    expect(said('rule-parks')).toContain('gone')
    expect(said('rule-to')).toBe('须大于前一项')
    expect(said('rule-people')).toBe('该开发区的目录中没有：nobody；角色不能负责线索：viewer')
    expect(said('rule-capacity')).toBe('须为整数')
    expect(document.body.textContent).toContain('position：须为整数')
    expect(document.querySelector<HTMLInputElement>('#rule-name')?.value).toBe('规则')
  })
})
