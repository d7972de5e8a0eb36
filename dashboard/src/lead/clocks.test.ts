import { afterEach, describe, expect, it } from 'vitest'
import type { Clock, Lead } from '@/api/types'
import { setLocale } from '@/i18n'
import { brief, dayOf, howLate, moment, sentence } from './clocks'

const NOW = Date.parse('2026-11-27T02:00:00Z')
const response: Clock = { kind: 'first-response', since: '2026-11-26T02:00:00Z', dueAt: '2026-11-27T01:30:00Z', redAt: '2026-11-28T01:30:00Z', light: 'YELLOW', day: '2026-11-27' }
const lead = { id: '1', clocks: [response] } as unknown as Lead

describe('why a light is as it is', () => {
  afterEach(() => setLocale('zh-CN'))

  it('tells which clock, since when, due when and red when', () => {
    const said = sentence(response, NOW)
    expect(said).toContain('首次响应')
    expect(said).toContain(moment(response.since ?? ''))
    expect(said).toContain(moment(response.dueAt))
    expect(said).toContain(moment(response.redAt))
    expect(said).toContain('已超 30 分')
  })

  it('says that a year is not announced yet', () => {
    expect(sentence({ ...response, provisional: true }, NOW)).toContain('节假日')
    expect(sentence(response, NOW)).not.toContain('节假日')
  })

  it('has a promised date on its own day, though it is late only after the next working day', () => {
    const saturday: Clock = { ...response, kind: 'next-action', day: '2026-11-28', dueAt: '2026-11-30T16:00:00Z' }
    expect(dayOf(saturday)).toBe('2026-11-28')
    expect(sentence(saturday, NOW)).toContain('2026-11-28')
  })

  it('tells the time of the zone, wherever the browser is', () => {
    expect(moment('2026-11-30T09:30:00Z')).toBe('11-30 17:30')
  })

  it('is late from the very moment on', () => {
    expect(howLate(response, Date.parse(response.dueAt))).toContain('已超')
    expect(howLate(response, Date.parse(response.dueAt) - 60_000)).toContain('还有')
  })

  it('says what is waited for instead, while it waits', () => {
    const waiting = { reason: '等待用地批复', since: '2026-11-27T01:00:00Z', until: '2026-12-07T01:00:00Z', by: 'officer' }
    expect(brief({ ...lead, waiting }, NOW)).toContain('等待用地批复')
    expect(brief(lead, NOW)).toContain('首次响应')
  })

  it('speaks English too', () => {
    setLocale('en')
    expect(sentence(response, NOW)).toContain('First response')
    expect(sentence(response, NOW)).toContain('overdue')
  })
})
