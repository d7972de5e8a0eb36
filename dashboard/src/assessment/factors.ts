import type { Score, Verdict } from '@/api/leadCare'
import type { Light } from '@/api/types'

export const share = (points: number, of: number) => (of > 0 ? Math.max(0, Math.min(100, Math.round((points / of) * 100))) : 0)

const LIGHTS: Record<Verdict, Light> = { PROCEED: 'GREEN', MORE: 'AMBER', REJECT: 'RED' }
/** The colour of what is proposed; a veto is red whatever the points say. */
export function lightOf(score: Score): Light {
  return score.vetoes.length ? 'RED' : LIGHTS[score.proposed]
}

/** How the person's word stands to the proposal; undefined while nobody judged. */
export function differs(score: Score, verdict: Verdict | undefined): boolean | undefined {
  return verdict && verdict !== score.proposed ? true : verdict && false
}

export interface Density {
  name: 'intensity' | 'taxPerMu'
  value: string
  floor: string
  stands: 'met' | 'short' | 'unknown'
}
const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))

/** Investment and tax for each mu against the zone's floors: what is not known is never short. */
export function densities(score: Score): Density[] {
  const of = (name: Density['name'], value: string | number | undefined, floor: string | number | undefined): Density => ({
    name,
    value: text(value),
    floor: text(floor),
    stands: value === undefined || floor === undefined ? 'unknown' : Number(value) >= Number(floor) ? 'met' : 'short',
  })
  return [of('intensity', score.intensity, score.floors.intensity), of('taxPerMu', score.taxPerMu, score.floors.tax)].filter((one) => one.value || one.floor)
}
