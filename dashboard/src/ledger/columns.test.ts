import { describe, expect, it } from 'vitest'
import { assign, matching } from './columns'

const matched = [{ header: '线索名称', field: 'name' }, { header: '渠道', field: 'source.channel' }, { header: '哪天', field: undefined }, { header: '备注' }].map(({ header, field }) => (field ? { header, field } : { header }))

describe('the columns of a file', () => {
  it('say what nobody recognised', () => {
    const now = matching(matched, matched)
    expect(now.unmatched).toBe(2)
    expect(now.missing).toEqual([])
    expect(now.changed).toBe(false)
  })

  it('need no more than a name, or a firm that lends its own', () => {
    expect(matching([{ header: '公司', field: 'investor.name' }], []).missing).toEqual([])
    expect(matching([{ header: '渠道', field: 'source.channel' }, { header: '日期', field: 'receivedOn' }], []).missing).toEqual(['name'])
  })

  it('are corrected one by one', () => {
    const corrected = assign(matched, 2, 'receivedOn')
    const now = matching(corrected, matched)
    expect(now.missing).toEqual([])
    expect(now.unmatched).toBe(1)
    expect(now.changed).toBe(true)
  })

  it('give a field to one column only', () => {
    const moved = assign(matched, 3, 'name')
    expect(moved[0]).toEqual({ header: '线索名称' })
    expect(moved[3]).toEqual({ header: '备注', field: 'name' })
    expect(matching(moved, matched).twice.size).toBe(0)
  })

  it('may be left out', () => {
    expect(assign(matched, 0, '')[0]).toEqual({ header: '线索名称' })
    expect(matching(assign(matched, 0, ''), matched).missing).toContain('name')
  })

  it('are marked when the service matched two to one field', () => {
    const both = [{ header: '电话', field: 'name' }, { header: '名称', field: 'name' }]
    expect([...matching(both, both).twice]).toEqual(['电话', '名称'])
  })

  it('of two sheets may have one meaning under two headings', () => {
    const both = [{ header: '投资方', field: 'investor.name', sheets: ['一季度'] }, { header: '企业名称', field: 'investor.name', sheets: ['二季度'] }, { header: '公司' }]
    expect(matching(both, both).twice.size).toBe(0)
    expect(assign(both, 1, 'investor.name')).toEqual(both)
    expect(assign(both, 2, 'investor.name').map((column) => column.field)).toEqual([undefined, undefined, 'investor.name'])
    expect(assign(both, 0, '')[0]).toEqual({ header: '投资方', sheets: ['一季度'] })
  })

  it('put back are unchanged', () => {
    expect(matching(assign(assign(matched, 2, 'receivedOn'), 2, ''), matched).changed).toBe(false)
  })
})
