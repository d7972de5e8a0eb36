import { describe, expect, it } from 'vitest'
import type { Registration } from '@/api/leadCare'
import { byUrgency, claimants, creditOf, creditReady, creditSum, daysLeft, percentOf } from './credit'

const shares = (...percents: string[]) => percents.map((percent, index) => ({ zone: `14082${index}`, percent }))

describe('a split credit', () => {
  it('is a hundred percent or not ready', () => {
    expect(creditSum(shares('60', '40'))).toBe(100)
    expect(creditReady(shares('60', '40'))).toBe(true)
    expect(creditReady(shares('60', '30'))).toBe(false)
    expect(creditReady(shares('60', '41'))).toBe(false)
  })

  it('needs two zones: all for one is another decision', () => {
    expect(creditReady(shares('100', '0'))).toBe(false)
  })

  it('takes whole percents only', () => {
    expect(percentOf(' 60% ')).toBe(60)
    expect(percentOf('33.3')).toBeUndefined()
    expect(percentOf('101')).toBeUndefined()
    expect(percentOf('-1')).toBeUndefined()
    expect(creditReady(shares('99.5', '0.5'))).toBe(false)
  })

  it('leaves out who gets nothing', () => {
    expect(creditOf(shares('70', '30', '0'))).toEqual([{ zone: '140820', percent: 70 }, { zone: '140821', percent: 30 }])
  })
})

describe('a registration', () => {
  const one = (facts: Partial<Registration>): Registration => ({ id: 'r', state: 'PROTECTED', zone: '140827', on: '2026-11-01', ...facts })

  it('is claimed by its holder first', () => {
    expect(claimants(one({ disputes: [{ zone: '140522', at: '2026-11-02T00:00:00Z' }], clashes: [{ registration: 'x', zone: '140522' }, { registration: 'y', zone: '140827' }] }))).toEqual(['140827', '140522'])
  })

  it('says how many days of protection are left', () => {
    expect(daysLeft('2026-12-01', '2026-11-23')).toBe(8)
    expect(daysLeft('2026-11-20', '2026-11-23')).toBe(-3)
    expect(daysLeft(undefined)).toBeUndefined()
  })

  it('stands first in the list when it waits for a decision', () => {
    const list = [one({ id: 'late', until: '2027-02-01' }), one({ id: 'old', state: 'EXPIRED' }), one({ id: 'clash', state: 'CLASHING' }), one({ id: 'soon', until: '2026-12-01' }), one({ id: 'disputed', disputedAt: '2026-11-02T00:00:00Z' })]
    expect([...list].sort(byUrgency).map((each) => each.id)).toEqual(['disputed', 'clash', 'soon', 'late', 'old'])
  })
})
