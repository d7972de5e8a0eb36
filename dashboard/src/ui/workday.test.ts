import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clockNow, notBefore, setClock, today } from './clock'
import { isWorkday, workdayIn } from './workday'

const YEARS = [{ year: 2026, holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workdays: ['2026-10-10'] }]

describe('a day of work', () => {
  it('is none at a weekend or on a holiday, and one when it was made up', () => {
    expect(isWorkday('2026-09-30', YEARS)).toBe(true)
    expect(isWorkday('2026-10-01', YEARS)).toBe(false)
    expect(isWorkday('2026-10-03', YEARS)).toBe(false)
    expect(isWorkday('2026-10-10', YEARS)).toBe(true)
    expect(isWorkday('2026-10-11', YEARS)).toBe(false)
  })

  it('is what a date is put off to', () => {
    expect(workdayIn('2026-09-30', 1, YEARS)).toBe('2026-10-08')
    expect(workdayIn('2026-10-09', 1, YEARS)).toBe('2026-10-10')
    expect(workdayIn('2026-11-27', 1, [])).toBe('2026-11-30')
    expect(workdayIn('2026-12-30', 3, [])).toBe('2027-01-04')
  })
})

describe('the clock of the page', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.setSystemTime(new Date('2026-11-27T10:00:00Z'))
  })
  afterEach(() => {
    setClock(new Date().toISOString())
    vi.useRealTimers()
  })

  it("is the service's, and its days are China's", () => {
    setClock('2026-12-05T15:59:00Z')
    expect(today()).toBe('2026-12-05')
    vi.advanceTimersByTime(60_000)
    expect(today()).toBe('2026-12-06')
  })

  it('goes forward with what happens, never back', () => {
    setClock('2026-12-05T00:00:00Z')
    notBefore('2026-12-07T00:00:00Z')
    expect(clockNow()).toBe(Date.parse('2026-12-07T00:00:00Z'))
    notBefore('2026-12-01T00:00:00Z')
    expect(clockNow()).toBe(Date.parse('2026-12-07T00:00:00Z'))
  })
})
