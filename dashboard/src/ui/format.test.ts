import { beforeEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/i18n'
import { ago, amountText, dateOf, daysBetween, exactly, inWan, marked, showAmount, sumOf, timeOf, wanOf } from './format'
import { merged, patchOf, pruned } from './paths'

describe('amounts', () => {
  beforeEach(() => setLocale('zh-CN'))

  it('are 亿元 from 1亿 and 万元 below', () => {
    expect(amountText({ value: '120000.00', unit: 'CNY_10K' })).toBe('12.00 亿元')
    expect(amountText({ value: '9999.99', unit: 'CNY_10K' })).toBe('9,999.99 万元')
    expect(amountText({ value: '10000', unit: 'CNY_10K' })).toBe('1.00 亿元')
    expect(amountText({ value: '120000000', unit: 'CNY' })).toBe('1.20 亿元')
    expect(amountText({ value: '8500.5', unit: 'CNY' })).toBe('8,500.5 元')
  })

  it('keep digits that a binary float would lose', () => {
    expect(wanOf({ value: '12345678901234.12', unit: 'CNY_10K' })).toBe('12345678901234.12')
    expect(sumOf([{ value: '0.10', unit: 'CNY' }, { value: '0.20', unit: 'CNY' }, undefined])).toEqual({ value: '0.30', unit: 'CNY' })
  })

  it('are absent rather than zero', () => {
    expect(amountText(undefined)).toBe('—')
    expect(sumOf([undefined])).toBeUndefined()
    expect(showAmount({ value: 'x', unit: 'CNY' })).toBeUndefined()
  })

  it('stand out from 5亿', () => {
    expect(showAmount({ value: '50000', unit: 'CNY_10K' })?.large).toBe(true)
    expect(showAmount({ value: '49999', unit: 'CNY_10K' })?.large).toBe(false)
  })

  it('are sent as typed, without separators', () => {
    expect(inWan('12,000.50')).toEqual({ value: '12000.50', unit: 'CNY_10K' })
    expect(inWan(' ')).toBeUndefined()
    expect(inWan('abc')).toEqual({ value: 'abc', unit: 'CNY_10K' })
  })
})

describe('time', () => {
  it('is said as people say it', () => {
    setLocale('zh-CN')
    const now = Date.parse('2026-11-23T14:05:00+08:00')
    expect(ago(now - 20_000, now)).toBe('刚刚')
    expect(ago(now - 5 * 60_000, now)).toBe('5 分钟前')
    expect(ago(now - 3 * 3_600_000, now)).toBe('3 小时前')
    expect(ago(now - 20 * 3_600_000, now)).toBe('昨天')
    expect(ago(now - 72 * 3_600_000, now)).toBe('3 天前')
  })

  it('goes by the clock on the wall of the zone, wherever the browser is', () => {
    expect(dateOf('2026-11-27T16:00:00Z')).toBe('2026-11-28')
    expect(timeOf('2026-11-27T16:05:00Z')).toBe('00:05')
    expect(exactly('2026-11-27T16:05:09.900Z')).toBe('2026-11-28 00:05:09')
    expect(dateOf('')).toBe('')
  })

  it('counts days over a change of the clocks', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
  })
})

describe('highlights', () => {
  it('mark what was found and let nothing else be markup', () => {
    expect(marked('晋鼎<mark>锂电</mark>铜箔')).toEqual([
      { text: '晋鼎', hit: false },
      { text: '锂电', hit: true },
      { text: '铜箔', hit: false },
    ])
    expect(marked('<img src=x> &lt;b&gt; &amp;amp;')).toEqual([{ text: '<img src=x> <b> &amp;', hit: false }])
  })
})

describe('patches', () => {
  it('reach into objects, merge, and remove by null', () => {
    expect(patchOf('investor.name', 'A')).toEqual({ investor: { name: 'A' } })
    expect(patchOf('chain', undefined)).toEqual({ chain: null })
    expect(merged(patchOf('company.name', 'A'), patchOf('company.uscc', 'B'))).toEqual({ company: { name: 'A', uscc: 'B' } })
  })

  it('leave out what is empty, but not zero or false', () => {
    expect(pruned({ a: '', b: { c: undefined }, d: 0, e: false, f: ['', { g: '' }] })).toEqual({ d: 0, e: false, f: [] })
  })
})
