/** How the states of the shipped template look and stand in a row. Which moves are allowed, the service says. */
export const ROAD = ['NEW', 'ASSESSING', 'ENGAGING', 'CONSENSUS', 'INTENT', 'CONVERTED'] as const
export const ASIDE = ['ON_HOLD', 'DROPPED', 'MERGED', 'TRANSFERRED'] as const

export type Look = 'early' | 'forward' | 'won' | 'held' | 'lost'

export function categoryOf(state: string): Look {
  if (state === 'CONVERTED') return 'won'
  if (state === 'ON_HOLD') return 'held'
  if ((ASIDE as readonly string[]).includes(state)) return 'lost'
  return state === 'CONSENSUS' || state === 'INTENT' ? 'forward' : 'early'
}

export function isBackward(from: string, to: string): boolean {
  const road = ROAD as readonly string[]
  const [a, b] = [road.indexOf(from), road.indexOf(to)]
  return a >= 0 && b >= 0 && b < a
}

/** Days a state is usually allowed to last, shown beside the dwell; the light itself comes from the service. */
export const LIMIT_DAYS: Record<string, number> = { CONSENSUS: 60, INTENT: 90 }
