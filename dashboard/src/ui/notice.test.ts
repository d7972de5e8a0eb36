import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { tellWithUndo } from './notice'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const button = () => document.querySelector<HTMLElement>('[data-testid=undo]')

describe('a notice with undo', () => {
  it('waits while it has the keyboard, and then goes by itself', async () => {
    tellWithUndo('done', () => Promise.resolve())
    await nextTick()
    vi.advanceTimersByTime(9_000)
    button()?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(60_000)
    const shown = () => document.querySelector<HTMLElement>('.el-message') as HTMLElement | null
    expect(shown()?.style.display).not.toBe('none')
    expect(button()).not.toBeNull()
    button()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(11_000)
    expect(shown() === null || shown()?.style.display === 'none' || shown()?.className.includes('leave')).toBe(true)
  })
})
