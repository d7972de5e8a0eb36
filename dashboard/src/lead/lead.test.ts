import { beforeEach, describe, expect, it } from 'vitest'
import type { HistoryEntry, Lead } from '@/api/types'
import { setLocale } from '@/i18n'
import { conflictLines, disputes } from './conflict'
import { anchorOf } from './gate'
import { isBackward } from './states'
import { steps } from './steps'
import { timeline } from './timeline'
import { forwardStep } from './useLead'
import { bodyOf, type LeadDraft } from './useLeadDraft'

beforeEach(() => setLocale('zh-CN'))
const step = (to: string) => ({ to, unmet: [] })
const moved = (sequence: number, from: string, to: string, dwellSeconds: number): HistoryEntry => ({ sequence, at: `2026-11-0${sequence}T00:00:00Z`, by: 'officer.yuanqu', kind: 'lead.state-changed.v1', from, to, dwellSeconds })

describe('the way on', () => {
  it('is the next state of the road, whatever else is possible', () => {
    const lead = { state: 'CONSENSUS', next: [step('ENGAGING'), step('DROPPED'), step('INTENT')] } as unknown as Lead
    expect(forwardStep(lead)?.to).toBe('INTENT')
    expect(forwardStep({ state: 'CONVERTED', next: [] } as unknown as Lead)).toBeUndefined()
  })

  it('knows what is backward', () => {
    expect(isBackward('INTENT', 'ENGAGING')).toBe(true)
    expect(isBackward('INTENT', 'CONVERTED')).toBe(false)
    expect(isBackward('INTENT', 'DROPPED')).toBe(false)
  })

  it('leads each unmet requirement to its field', () => {
    const at = (requirement: string, field: string) => anchorOf({ requirement, field, message: '' })
    expect(at('owner', 'assignment.owner')).toBe('assignment.owner')
    expect(at('verdict', 'assessment.verdict')).toBe('assessment')
    expect(at('investment', 'investment.planned')).toBe('investment.planned')
    expect(at('next-action', 'nextAction.on')).toBe('nextAction')
    expect(at('meeting', 'followUps')).toBe('composer')
    expect(at('agreement', 'documents')).toBe('documents')
    expect(at('land', 'needs.landMu')).toBe('needs.landMu')
    expect(at('energy', 'needs.powerKva')).toBe('needs.powerKva')
    expect(at('contract-number', 'contract.number')).toBe('transition')
    expect(at('revisit', 'revisitOn')).toBe('transition')
    expect(at('site-option', 'siteOptions')).toBe('siteOptions')
  })
})

describe('the steps', () => {
  it('say how long each state lasted, and which was passed over', () => {
    const road = steps({ state: 'CONSENSUS' }, [moved(3, 'ASSESSING', 'CONSENSUS', 86_400 * 3), moved(2, 'NEW', 'ASSESSING', 3600)])
    expect(road.map((one) => one.place)).toEqual(['past', 'past', 'skipped', 'now', 'ahead', 'ahead'])
    expect(road[0]?.dwell).toBe('1 小时')
    expect(road[1]?.dwell).toBe('3 天')
  })

  it('of a lead on hold end where it was held', () => {
    const road = steps({ state: 'ON_HOLD' }, [moved(3, 'ENGAGING', 'ON_HOLD', 60), moved(2, 'ASSESSING', 'ENGAGING', 60)])
    expect(road.map((one) => one.place)).toEqual(['past', 'past', 'past', 'ahead', 'ahead', 'ahead'])
  })
})

describe('a conflict', () => {
  const base = { version: 3, name: 'A', content: 'old', investment: { planned: { value: '100', unit: 'CNY_10K' } } }

  it('shows both versions field by field', () => {
    const current = { ...base, version: 4, name: 'B', keyTerms: 'new', updatedAt: 'x' }
    const lines = conflictLines({ name: 'C' }, base, current)
    expect(lines).toEqual([
      { path: 'name', before: 'A', theirs: 'B', mine: 'C', patch: { name: 'C' } },
      { path: 'keyTerms', before: '', theirs: 'new' },
    ])
  })

  it('is one only where both changed the same field', () => {
    expect(disputes({ name: 'C' }, base, { ...base, name: 'B' })).toBe(true)
    expect(disputes({ name: 'C' }, base, { ...base, keyTerms: 'new' })).toBe(false)
    expect(disputes({ name: 'B' }, base, { ...base, name: 'B' })).toBe(false)
  })

  it('is none where both wrote the same', () => {
    expect(conflictLines({ name: 'B' }, base, { ...base, version: 4, name: 'B' })).toEqual([])
  })

  it('compares amounts as amounts', () => {
    const lines = conflictLines({ investment: { planned: { value: '300', unit: 'CNY_10K' } } }, base, { ...base, investment: { planned: { value: '200', unit: 'CNY_10K' } } })
    expect(lines).toMatchObject([{ path: 'investment.planned', before: '100 万元', theirs: '200 万元', mine: '300 万元' }])
  })
})

describe('the timeline', () => {
  it('tells a follow-up once and everything newest first', () => {
    const entries = timeline(
      [moved(4, 'NEW', 'ASSESSING', 5), { sequence: 3, at: '2026-11-03T00:00:00Z', by: 'o', kind: 'lead.followed-up.v1' }, { sequence: 2, at: '2026-11-02T00:00:00Z', by: 'o', kind: 'lead.changed.v1', changes: [{ field: 'duplicateCheckAt', after: 'x' }, { field: 'name', before: 'A', after: 'B' }] }],
      [{ id: 'f', at: '2026-11-03T00:00:00Z', kind: 'CALL', summary: 'said' }],
    )
    expect(entries.map((entry) => entry.look)).toEqual(['move', 'talk', 'change'])
    expect(entries[2]?.changes).toEqual([{ field: 'name', before: 'A', after: 'B' }])
  })

  it('tells a file by its title, not by the paper that follows it', () => {
    const [entry] = timeline([{ sequence: 2, at: '2026-11-02T00:00:00Z', by: 'o', kind: 'document-added', note: '意向书', changes: [{ field: 'documents', after: [{ file: 'X' }] }] }], [])
    expect(entry).toMatchObject({ kind: 'document-added', note: '意向书', changes: [] })
  })
})

describe('a new lead', () => {
  const empty: LeadDraft = { name: '', content: '', zone: '', park: '', channel: '', referrer: '', sourceNote: '', receivedOn: '', investor: '', uscc: '', region: '', industry: '', chain: '', planned: '', unknown: false, landMu: '', floorM2: '', powerKva: '', owner: '', sponsor: '', contactName: '', contactTitle: '', contactPhone: '', contactEmail: '' }

  it('sends nothing that was not filled in', () => {
    expect(bodyOf({ ...empty, name: ' 锂电铜箔 ', channel: 'VISIT', receivedOn: '2026-11-23' })).toEqual({ name: '锂电铜箔', source: { channel: 'VISIT' }, receivedOn: '2026-11-23' })
  })

  it('says that the amount is unknown only where none is given', () => {
    expect(bodyOf({ ...empty, unknown: true })).toMatchObject({ investment: { unknown: true } })
    expect(bodyOf({ ...empty, unknown: true, planned: '5' })).toMatchObject({ investment: { planned: { value: '5', unit: 'CNY_10K' } } })
  })
})
