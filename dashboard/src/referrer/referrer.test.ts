import { describe, expect, it } from 'vitest'
import { rateText } from './types'

describe('a rate', () => {
  it('is told to a tenth of a per cent', () => {
    expect(rateText('0.3333')).toBe('33.3%')
    expect(rateText('1.0000')).toBe('100.0%')
    expect(rateText('0.0000')).toBe('0.0%')
  })

  it('is nothing where nothing was brought', () => {
    expect(rateText(undefined)).toBe('')
  })
})
