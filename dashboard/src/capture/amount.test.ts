import { describe, expect, it } from 'vitest'
import { readAmount } from './amount'

const wan = (typed: string) => readAmount(typed)?.value

describe('an amount as people type it', () => {
  it('is read in 亿, 万 and 元', () => {
    expect(readAmount('1.2亿')).toEqual({ value: '12000', unit: 'CNY_10K' })
    expect(wan('3500万')).toBe('3500')
    expect(wan('3500万元')).toBe('3500')
    expect(wan('2亿元')).toBe('20000')
    expect(wan('8500元')).toBe('0.85')
    expect(wan('5千万')).toBe('5000')
  })

  it('means 万元 without a unit, as the ledger does', () => {
    expect(wan('12000')).toBe('12000')
    expect(wan('12,000.50')).toBe('12000.5')
  })

  it('may have two parts, the larger first', () => {
    expect(wan('1亿2000万')).toBe('12000')
    expect(wan('2000万1亿')).toBeUndefined()
    expect(wan('1亿2000')).toBeUndefined()
  })

  it('is read in full width, with separators and softeners', () => {
    expect(wan('１．２億')).toBe('12000')
    expect(wan('约 3，500 万元左右')).toBe('3500')
    expect(wan('总投资1.5亿人民币')).toBe('15000')
  })

  it('keeps every digit', () => {
    expect(wan('0.12345678亿')).toBe('1234.5678')
    expect(wan('98765432109876.54万')).toBe('98765432109876.54')
  })

  it('is nothing when it cannot be read, rather than a guess', () => {
    for (const typed of ['', '很多', '1.2.3亿', '-5万', '1e8', '亿', '0.0001元', '3000万美元']) expect(readAmount(typed)).toBeUndefined()
  })
})
