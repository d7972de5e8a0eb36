import { describe, expect, it } from 'vitest'
import { withQuery } from '@/api/client'
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

  it('keep a value with a comma whole, which an address says twice', () => {
    const agent: SavedView = { ...view, filter: { referrer: ['CBRE, Ltd.'], figure: ['intake'], key: ['甲,乙'] }, columns: [] }
    const address = addressOf(agent)
    expect(address).toMatchObject({ referrer: ['CBRE, Ltd.', 'CBRE, Ltd.'], key: ['甲,乙'] })
    expect(keptOf({ ...address, key: '甲,乙' } as never, []).filter).toEqual(agent.filter)
    expect(withQuery('/api/leads', { tag: ['甲,乙'], key: ['甲,乙'], state: ['NEW', 'INTENT'] })).toBe(`/api/leads?${new URLSearchParams([['tag', '甲,乙'], ['tag', '甲,乙'], ['key', '甲,乙'], ['state', 'NEW'], ['state', 'INTENT']])}`)
  })

  it('keep no panel, and take several values with commas', () => {
    expect(keptOf({ panel: 'l', state: 'NEW,INTENT', q: 'a,b' }, [])).toEqual({ filter: { state: ['NEW', 'INTENT'], q: ['a,b'] }, columns: [], as: 'table' })
  })
})
