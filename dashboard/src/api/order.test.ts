import { describe, expect, it } from 'vitest'
import { inOrder } from './order'

describe('several reads at once', () => {
  it('show the answer to the later question, whichever comes first', () => {
    const order = inOrder()
    const [first, second] = [order(), order()]
    expect(second.take()).toBe(true)
    expect(first.take()).toBe(false)
    expect(second.take()).toBe(true)
  })

  it('do not hold each other up: each answer counts until a later one came', () => {
    const order = inOrder()
    const [first, second] = [order(), order()]
    expect(first.take()).toBe(true)
    expect(first.last()).toBe(false)
    expect(second.take()).toBe(true)
    expect(second.last()).toBe(true)
  })
})
