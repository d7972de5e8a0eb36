import { describe, expect, it } from 'vitest'
import { addressOf, differs, keptOf } from './address'
import type { SavedView } from './types'

const view: SavedView = { id: 'v', name: '红灯', of: 'leads', filter: { light: ['RED'], state: ['NEW', 'ASSESSING'] }, sort: '-amount', columns: ['name', 'amount'], as: 'cards', shared: false, by: 'x', own: true, updatedAt: '' }

describe('a view and its address', () => {
  it('say the same', () => {
    const address = addressOf(view)
    expect(address).toEqual({ light: ['RED'], state: ['NEW', 'ASSESSING'], sort: '-amount', columns: 'name,amount', as: 'cards', view: 'v' })
    expect(differs(view, keptOf(address as never, ['name', 'amount']))).toBe(false)
  })

  it('differ as soon as a filter, the order, a column or the look does', () => {
    const address = addressOf(view) as never as Record<string, string>
    expect(differs(view, keptOf({ ...address, sort: 'amount' }, ['name', 'amount']))).toBe(true)
    expect(differs(view, keptOf({ ...address, light: 'YELLOW' }, ['name', 'amount']))).toBe(true)
    expect(differs(view, keptOf(address, ['amount', 'name']))).toBe(true)
    expect(differs(view, keptOf({ ...address, as: 'table' }, ['name', 'amount']))).toBe(true)
  })

  it('keep no panel, and take several values with commas', () => {
    expect(keptOf({ panel: 'l', state: 'NEW,INTENT', q: 'a,b' }, [])).toEqual({ filter: { state: ['NEW', 'INTENT'], q: ['a,b'] }, columns: [], as: 'table' })
  })
})
