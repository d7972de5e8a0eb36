import { describe, expect, it } from 'vitest'
import { setClock } from './clock'
import { useNow } from './useNow'

describe('useNow', () => {
  it('is the time of the service as soon as that is known, not at the next tick', () => {
    const now = useNow()
    const later = Date.now() + 11 * 86_400_000

    setClock(new Date(later).toISOString())

    expect(Math.abs(now.value - later)).toBeLessThan(5_000)
  })
})
