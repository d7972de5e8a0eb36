import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/i18n'
import { chinaDay } from '@/ui/clock'
import { countText, daysOf, keyText, rateText, rowsText, valueText, type Figure } from './figures'

beforeEach(() => {
  setActivePinia(createPinia())
  setLocale('zh-CN')
})

describe('a period named by today', () => {
  it('has its first and its last day', () => {
    expect(daysOf('year', '2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(daysOf('quarter', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(daysOf('quarter', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
    expect(daysOf('month', '2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysOf('lastYear', '2026-01-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(daysOf('all', '2026-01-01')).toEqual({ from: '', to: '' })
  })
})

describe('a figure in words', () => {
  const ratio = { unit: 'RATIO' } as Figure
  const days = { unit: 'DAY' } as Figure

  it('is a rate to a tenth of a per cent, or days', () => {
    expect(valueText(ratio, '0.3333')).toBe('33.3%')
    expect(valueText(days, '12.50')).toBe('12.5 天')
  })

  it('is nothing without a denominator, and never 0', () => {
    expect(rateText(undefined)).toBe('—')
    expect(valueText(days, undefined)).toBe('—')
  })

  it('counts leads one by one and time in days', () => {
    expect(countText({ value: 1234, unit: 'LEAD', open: '' })).toBe('1,234')
    expect(countText({ value: 129_600, unit: 'SECOND', open: '' })).toBe('1.5 天')
  })

  it('names its rows, also the one of what is not given', () => {
    expect(keyText('channel', 'VISIT')).toBe('来访')
    expect(keyText('state', 'ENGAGING')).toBe('跟踪对接')
    expect(keyText('referrer', '商会')).toBe('商会')
    expect(keyText('chain', '')).toBe('（未填写）')
    expect(keyText(undefined, undefined)).toBe('合计')
  })
})

describe('the rows of a figure in a list', () => {
  it('say which they are, of what period and as of when', () => {
    const asked: Record<string, string> = { figure: 'win-rate', part: 'numerator', by: 'channel', key: 'VISIT', from: '2026-01-01', asOf: '2026-06-30T15:59:59.999Z' }
    expect(rowsText((name) => asked[name] ?? '', true)).toBe('赢单率 · 分子 · 来访 · 2026-01-01 — … · 截至 2026-06-30')
  })

  it('say the day in China of a moment', () => {
    expect(chinaDay('2026-06-30T16:00:00Z')).toBe('2026-07-01')
  })
})
