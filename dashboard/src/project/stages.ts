/** The shipped template's order, for steps and for telling forward from backward. Columns of the board come from the service. */
export const STAGES = ['SIGNED', 'REGISTERED', 'PREPARING', 'STARTED', 'CONSTRUCTING', 'COMPLETED', 'TRIAL', 'PRODUCING', 'FULL_CAPACITY'] as const

export function isBack(from: string, to: string): boolean {
  const order = STAGES as readonly string[]
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  return a >= 0 && b >= 0 && b < a
}

export const STAGE_LIMIT_DAYS: Record<string, number> = { REGISTERED: 30, PREPARING: 90, TRIAL: 180, FULL_CAPACITY: 365 }

/** Letters for M: the first letter of the code that is still free, so that they stay the same on every visit. */
export function letters(stages: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  const result = new Map<string, string>()
  for (const stage of stages) {
    const letter = [...stage.toLowerCase().replace(/[^a-z]/g, ''), ...'abcdefghijklnopqrstuvwxyz'].find((each) => each !== 'm' && !taken.has(each)) ?? ''
    taken.add(letter)
    result.set(stage, letter)
  }
  return result
}
