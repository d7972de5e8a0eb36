import { describe, expect, it } from 'vitest'
import type { Score } from '@/api/leadCare'
import { against, differs, lightOf, share, vetoText } from './factors'

const score = (facts: Partial<Score>): Score => ({ score: 76, factors: [], vetoes: [], wouldRaise: [], ...facts })

describe('a score', () => {
  it('shows each factor as a share of what it could have', () => {
    expect(share(14, 20)).toBe(70)
    expect(share(0, 0)).toBe(0)
    expect(share(25, 20)).toBe(100)
    expect(share(-2, 20)).toBe(0)
  })

  it('is lit as it proposes, and red under a veto', () => {
    expect(lightOf(score({ proposal: 'PROCEED' }))).toBe('GREEN')
    expect(lightOf(score({ proposal: 'MORE' }))).toBe('AMBER')
    expect(lightOf(score({ proposal: 'PROCEED', vetoes: [{ code: 'ENVIRONMENT' }] }))).toBe('RED')
    expect(lightOf(score({}))).toBeUndefined()
  })

  it('says where the person sees it differently, and nothing while nobody judged', () => {
    expect(differs(score({ proposal: 'MORE' }), 'PROCEED')).toBe(true)
    expect(differs(score({ proposal: 'MORE' }), 'MORE')).toBe(false)
    expect(differs(score({ proposal: 'MORE' }), undefined)).toBeUndefined()
  })

  it('tells a veto in its own words, or by its name', () => {
    expect(vetoText({ code: 'X', because: '用能超限' }, () => 'x')).toBe('用能超限')
    expect(vetoText('ENERGY', (code) => `«${code}»`)).toBe('«ENERGY»')
  })
})

describe('a figure against its floor', () => {
  it('is met at the floor and short below it', () => {
    expect(against({ value: '300', floor: '300' })).toBe('met')
    expect(against({ value: '299.9', floor: '300' })).toBe('short')
  })

  it('is not short because nobody knows it', () => {
    expect(against(undefined)).toBe('unknown')
    expect(against({ floor: '300' })).toBe('unknown')
  })
})
