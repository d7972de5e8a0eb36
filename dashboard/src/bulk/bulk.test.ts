import { describe, expect, it } from 'vitest'
import { saidOf, withNames } from './types'
import { filterOf } from './useBulk'
import { rangeOf, useSelection } from './useSelection'

describe('a selection', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('reaches from the row before to the one clicked with shift, up or down', () => {
    expect(rangeOf(ids, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(rangeOf(ids, 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(rangeOf(ids, 'gone', 'c')).toEqual(['c'])
  })

  it('keeps rows of earlier pages, and gives one back', () => {
    const selection = useSelection(() => ids, () => '')
    selection.pick('a', false)
    selection.pick('c', true)
    expect([...selection.picked.value]).toEqual(['a', 'b', 'c'])
    selection.pick('b', false)
    expect([...selection.picked.value]).toEqual(['a', 'c'])
  })

  it('of all that match becomes one of rows as soon as a row is taken out', () => {
    const selection = useSelection(() => ids, () => '')
    selection.pickAll()
    expect(selection.has('of another page')).toBe(true)
    selection.pick('d', false)
    expect(selection.all.value).toBe(false)
    expect([...selection.picked.value]).toEqual(['a', 'b', 'c'])
  })
})

describe('bulk work', () => {
  it('sends the filters that are set, and no page', () => {
    expect(filterOf({ q: '', state: ['NEW'], light: [], owner: 'x', figure: ['intake'], key: [''], sort: '-updatedAt', limit: 50, cursor: 'c' })).toEqual({ state: ['NEW'], owner: ['x'], figure: 'intake', key: '', sort: '-updatedAt' })
  })

  it('names people, not their codes', () => {
    const people = [{ id: 'leader.changzhi', name: '长治分管领导' }, { id: 'city', name: '市级招商主管' }]
    expect(withNames('leader.changzhi 已经负责该线索。', people)).toBe('长治分管领导 已经负责该线索。')
    expect(withNames('a city', people)).toBe('a city')
  })

  it('says everything a row lacks', () => {
    expect(saidOf({ detail: 'd', unmet: [{ requirement: 'a', message: '缺甲' }, { requirement: 'b', message: '缺乙' }] })).toBe('缺甲；缺乙')
    expect(saidOf({ title: 't', detail: 'd' })).toBe('d')
  })
})
