import { describe, expect, it } from 'vitest'
import { daysOf, monthBeside } from './month'

describe('a month', () => {
  it('is whole weeks from Monday', () => {
    const days = daysOf('2026-11')
    expect(days[0]).toBe('2026-10-26')
    expect(days.at(-1)).toBe('2026-12-06')
    expect(days.length % 7).toBe(0)
    expect(daysOf('2027-02')).toHaveLength(28)
  })

  it('has months beside it, over the year', () => {
    expect(monthBeside('2026-12', 1)).toBe('2027-01')
    expect(monthBeside('2026-01', -1)).toBe('2025-12')
  })
})
