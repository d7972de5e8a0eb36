import { describe, expect, it } from 'vitest'
import type { Candidate } from '@/api/leadCare'
import { en } from '@/i18n/en'
import { zhCN } from '@/i18n/zh-CN'
import { fingerprint, likelihood, ranked } from './reasons'

const one = (id: string, certainty: Candidate['certainty'], confidence: number): Candidate => ({ id, number: id, zone: '140827', certainty, confidence, reasons: ['SAME_NAME'] })

describe('a possible duplicate', () => {
  it('says in words how likely it is', () => {
    expect(likelihood(one('a', 'CERTAIN', 1))).toBe('certain')
    expect(likelihood(one('a', 'PROBABLE', 0.95))).toBe('very')
    expect(likelihood(one('a', 'PROBABLE', 0.8))).toBe('likely')
    expect(likelihood(one('a', 'PROBABLE', 0.5))).toBe('maybe')
  })

  it('stands by certainty and confidence, other zones apart', () => {
    const { own, foreign } = ranked([one('b', 'PROBABLE', 0.6), { zone: '140522', registeredFirst: { on: '2026-11-01' } }, one('c', 'PROBABLE', 0.9), one('a', 'CERTAIN', 0.9)])
    expect(own.map((each) => each.id)).toEqual(['a', 'c', 'b'])
    expect(foreign).toHaveLength(1)
  })

  it('gives each reason in both languages', () => {
    for (const reason of ['SAME_USCC', 'SAME_NAME', 'SAME_PINYIN', 'SAME_DOMAIN', 'SAME_PHONE', 'SIMILAR_NAME'] as const) {
      expect(zhCN.duplicateReason[reason]).toBeTruthy()
      expect(en.duplicateReason[reason]).toBeTruthy()
    }
  })
})

describe('the check beside a form', () => {
  const facts = { investor: '', uscc: '', phone: '', email: '' }

  it('asks nothing before there is something to compare', () => {
    expect(fingerprint(facts)).toBe('')
    expect(fingerprint({ ...facts, investor: '龙' })).toBe('')
    expect(fingerprint({ ...facts, email: 'a@b' })).toBe('')
    expect(fingerprint({ ...facts, email: 'a@b.cn' })).not.toBe('')
  })

  it('asks again only when a fact changed, not its spaces or case', () => {
    expect(fingerprint({ ...facts, investor: '龙电 ', uscc: '9114a' })).toBe(fingerprint({ ...facts, investor: ' 龙电', uscc: '9114A' }))
    expect(fingerprint({ ...facts, phone: '138 0000 0000' })).toBe(fingerprint({ ...facts, phone: '13800000000' }))
  })
})
