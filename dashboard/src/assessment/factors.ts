import type { Density, Score, ScoreVeto, Verdict } from '@/api/leadCare'
import type { Light } from '@/api/types'

export const share = (points: number, of: number) => (of > 0 ? Math.max(0, Math.min(100, Math.round((points / of) * 100))) : 0)

const LIGHTS: Record<Verdict, Light> = { PROCEED: 'GREEN', MORE: 'AMBER', REJECT: 'RED' }
/** The colour of what is proposed; a veto is red whatever the points say. */
export function lightOf(score: Score): Light | undefined {
  if (score.vetoes.length) return 'RED'
  return score.proposal && LIGHTS[score.proposal]
}

/** How the person's word stands to the proposal; undefined while one of them is missing. */
export function differs(score: Score, verdict: Verdict | undefined): boolean | undefined {
  return verdict && score.proposal ? verdict !== score.proposal : undefined
}

export function vetoText(veto: ScoreVeto | string, label: (code: string) => string): string {
  if (typeof veto === 'string') return label(veto)
  return veto.because ?? veto.message ?? label(veto.code)
}

/** Above, below or without a floor: an absent figure is never below. */
export function against(density: Density | undefined): 'met' | 'short' | 'unknown' {
  if (!density?.value || !density.floor) return 'unknown'
  return (density.met ?? Number(density.value) >= Number(density.floor)) ? 'met' : 'short'
}
