import type { Lead } from '@/api/types'
import { dayOf } from '@/lead/clocks'

export interface Entry {
  lead: Lead
  kind: string
  what?: string
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** Whole weeks, from a Monday to a Sunday, that hold the month. */
export function daysOf(month: string): string[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const begin = new Date(first)
  begin.setUTCDate(1 - ((first.getUTCDay() + 6) % 7))
  const end = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  const days: string[] = []
  for (const day = begin; day <= end || days.length % 7; day.setUTCDate(day.getUTCDate() + 1)) days.push(iso(day))
  return days
}

export function monthBeside(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return iso(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7)
}

/** What falls due on which day; the next action says what it is. */
export function entriesOf(leads: readonly Lead[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>()
  for (const lead of leads) {
    for (const clock of lead.clocks ?? []) {
      const day = dayOf(clock)
      const entry: Entry = { lead, kind: clock.kind, ...(clock.kind === 'next-action' && lead.nextAction?.what && { what: lead.nextAction.what }) }
      days.set(day, [...(days.get(day) ?? []), entry])
    }
  }
  return days
}
