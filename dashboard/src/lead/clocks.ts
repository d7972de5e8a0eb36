import type { Clock, Lead } from '@/api/types'
import { i18n, label } from '@/i18n'
import { chinaTime } from '@/ui/clock'

const t = i18n.global.t

/** Dates that were promised, kept until their day is over; everything else falls due at a minute. */
const DAYS = new Set(['next-action', 'revisit'])

export function moment(at: string): string {
  return chinaTime(at).slice(5, 16)
}

/** A date that was promised is its own day, also where nobody works then and it is late only after the next working day. */
export function dayOf(clock: Clock): string {
  return clock.day
}

export function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000))
  if (minutes < 60) return t('time.dwellMinutes', { n: minutes })
  if (minutes < 48 * 60) return t('time.dwellHours', { n: Math.round(minutes / 60) })
  return t('time.dwellDays', { n: Math.floor(minutes / 1440) })
}

export function howLate(clock: Clock, now: number): string {
  const left = Date.parse(clock.dueAt) - now
  return t(left <= 0 ? 'why.late' : 'why.left', { d: span(left) })
}

/** Which clock, since when, due when, red when. */
export function sentence(clock: Clock, now: number): string {
  const words = { kind: label('clock', clock.kind), how: howLate(clock, now), due: moment(clock.dueAt), red: moment(clock.redAt), on: dayOf(clock), since: clock.since ? moment(clock.since) : '' }
  const said = DAYS.has(clock.kind) ? t('why.byDay', words) : clock.since ? t('why.byTime', words) : t('why.undated', words)
  return clock.provisional ? said + t('why.provisional') : said
}

/** In a few words, for a row. */
export function brief(lead: Lead, now: number): string {
  if (lead.waiting) return `${lead.waiting.reason} · ${t('wait.toUntil', { until: moment(lead.waiting.until) })}`
  const clock = lead.clocks?.[0]
  if (!clock) return ''
  const due = DAYS.has(clock.kind) ? dayOf(clock).slice(5) : moment(clock.dueAt)
  return `${label('clock', clock.kind)} ${due} · ${howLate(clock, now)}`
}
