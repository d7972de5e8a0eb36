import { describe, expect, it } from 'vitest'
import { moved, sentence, type Words } from './types'

const words: Words = {
  t: (key, values = {}) => `${key.replace('sharing.', '')}(${Object.values(values).join('|')})`,
  park: (id) => `P${id}`,
  chain: (id) => `C${id}`,
  channel: (code) => code.toLowerCase(),
  person: (id) => id.toUpperCase(),
}

describe('a rule in words', () => {
  it('says that one without conditions fits everything', () => {
    expect(sentence({ when: { parks: [], chains: [], channels: [] }, to: ['a'], by: 'ROUND_ROBIN' }, words)).toBe('inTurn(every()|A)')
  })
  it('names every condition, who gets it, how, and the limit', () => {
    const said = sentence({ when: { parks: ['1'], chains: ['cu'], channels: ['VISIT'], amountFrom: '5000' }, to: ['a', 'b'], by: 'LEAST_LOADED', capacity: 20 }, words)
    for (const part of ['inParks(P1)', 'ofChains(Ccu)', 'byChannels(visit)', 'amountFromOn(5000)', 'Acomma()B', 'upTo(20)']) expect(said).toContain(part)
  })
})

describe('moving a rule', () => {
  it('stops at both ends', () => {
    expect([moved(0, -1, 3), moved(1, 1, 3), moved(2, 1, 3)]).toEqual([0, 2, 2])
  })
})
