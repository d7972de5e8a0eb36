import { describe, expect, it } from 'vitest'
import type { Score } from '@/api/leadCare'
import { densities, differs, lightOf, share } from './factors'

const score = (facts: Partial<Score>): Score => ({ score: 76, version: 1, factors: [], vetoes: [], wouldRaise: [], proposed: 'PROCEED', proceedFrom: 60, floors: {}, differs: false, ...facts })

describe('a score', () => {
  it('shows each factor as a share of what it could have', () => {
    expect(share(14, 20)).toBe(70)
    expect(share(0, 0)).toBe(0)
    expect(share(25, 20)).toBe(100)
    expect(share(-2, 20)).toBe(0)
  })

  it('is lit as it proposes, and red under a veto', () => {
    expect(lightOf(score({}))).toBe('GREEN')
    expect(lightOf(score({ proposed: 'MORE' }))).toBe('AMBER')
    expect(lightOf(score({ vetoes: [{ code: 'PROHIBITED_WORD', because: '禁止类' }] }))).toBe('RED')
  })

  it('says where the person sees it differently, and nothing while nobody judged', () => {
    expect(differs(score({ proposed: 'MORE' }), 'PROCEED')).toBe(true)
    expect(differs(score({ proposed: 'MORE' }), 'MORE')).toBe(false)
    expect(differs(score({ proposed: 'MORE' }), undefined)).toBeUndefined()
  })
})

describe('a figure against its floor', () => {
  const stands = (intensity: string | undefined, floor: string | undefined) => densities(score({ ...(intensity && { intensity }), floors: floor ? { intensity: floor } : {} }))[0]?.stands

  it('is met at the floor and short below it', () => {
    expect(stands('300', '300')).toBe('met')
    expect(stands('299.9', '300')).toBe('short')
  })

  it('is not short because nobody knows it', () => {
    expect(stands(undefined, '300')).toBe('unknown')
    expect(stands('300', undefined)).toBe('unknown')
    expect(densities(score({}))).toEqual([])
  })
})
