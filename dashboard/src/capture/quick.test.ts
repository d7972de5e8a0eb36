import { describe, expect, it } from 'vitest'
import { afterwards, quickBody } from './useQuickEntry'

const lead = { name: ' 锂电铜箔 ', investor: '', phone: '13800000000', amount: '1.2亿', channel: 'VISIT', zone: '' }

describe('a quick entry', () => {
  it('keeps what was typed while the one before was being saved', () => {
    const sent = { name: '铜箔', investor: '甲公司', phone: '', amount: '1亿', channel: 'VISIT', zone: '' }
    expect(afterwards(sent, sent)).toEqual({ ...sent, name: '', investor: '', amount: '' })
    expect(afterwards(sent, { ...sent, name: '玻璃' }).name).toBe('玻璃')
  })
  it('sends what was typed and nothing empty', () => {
    expect(quickBody(lead, '2026-11-23')).toEqual({
      name: '锂电铜箔',
      source: { channel: 'VISIT' },
      receivedOn: '2026-11-23',
      contacts: [{ phone: '13800000000' }],
      investment: { planned: { value: '12000', unit: 'CNY_10K' } },
    })
  })

  it('leaves an amount it cannot read to the service, which names the field', () => {
    expect(quickBody({ ...lead, amount: '很多' }, '2026-11-23')).toMatchObject({ investment: { planned: { value: '很多', unit: 'CNY_10K' } } })
  })
})
