import type { HistoryEntry, Lead } from '@/api/types'
import { dwell } from '@/ui/format'
import { LIMIT_DAYS, ROAD } from './states'

export interface Step {
  state: string
  place: 'past' | 'now' | 'ahead' | 'skipped'
  dwell: string
  limit: number | undefined
}

/** The road with how long each state lasted; a state passed over without a stay is marked. */
export function steps(lead: Pick<Lead, 'state'>, history: readonly HistoryEntry[]): Step[] {
  const spent = new Map<string, number>()
  for (const entry of history) {
    if (entry.from && entry.to && entry.dwellSeconds !== undefined) spent.set(entry.from, (spent.get(entry.from) ?? 0) + entry.dwellSeconds)
  }
  const road: readonly string[] = ROAD
  const held = history.find((entry) => entry.to === lead.state)?.from
  const here = road.indexOf(road.includes(lead.state) ? lead.state : (held ?? 'NEW'))
  return road.map((state, index) => {
    const seconds = spent.get(state)
    const passed = index < here || (index === here && !road.includes(lead.state))
    const place = state === lead.state ? 'now' : !passed ? 'ahead' : seconds === undefined && history.length > 0 && index > 0 ? 'skipped' : 'past'
    return { state, place, dwell: place === 'ahead' ? '' : dwell(seconds), limit: LIMIT_DAYS[state] }
  })
}
