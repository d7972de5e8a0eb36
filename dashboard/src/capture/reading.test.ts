import { describe, expect, it } from 'vitest'
import { draftOf, fieldName, pieces } from './reading'

const text = '晋鼎铜箔，联系 13800000000，投资1.2亿'

describe('a pasted text', () => {
  it('is shown with what was recognised marked, nothing lost', () => {
    const shown = pieces(text, [
      { field: 'investment.planned', text: '1.2亿', start: 22, end: 26 },
      { field: 'name', text: '晋鼎铜箔', start: 0, end: 4 },
    ])
    expect(shown.map((piece) => piece.text).join('')).toBe(text)
    expect(shown.filter((piece) => piece.field).map((piece) => piece.text)).toEqual(['晋鼎铜箔', '1.2亿'])
  })

  it('shows one mark where two overlap, and none outside the text', () => {
    const shown = pieces('abcd', [
      { field: 'a', text: 'abc', start: 0, end: 3 },
      { field: 'b', text: 'bc', start: 1, end: 3 },
      { field: 'c', text: 'x', start: 4, end: 9 },
    ])
    expect(shown).toEqual([{ text: 'abc', field: 'a' }, { text: 'd' }])
  })

  it('becomes a draft that holds only what was recognised', () => {
    expect(draftOf({ name: '晋鼎铜箔', investment: { planned: { value: '12000', unit: 'CNY_10K' } }, contacts: [{ phone: '13800000000' }] })).toEqual({ name: '晋鼎铜箔', planned: '12000', contactPhone: '13800000000' })
  })

  it('names a contact as the form does', () => {
    expect(fieldName('contacts[0].phone')).toBe('contact.phone')
    expect(fieldName('contacts.phone')).toBe('contact.phone')
    expect(fieldName('investor.name')).toBe('investor.name')
  })
})
