/** The wire of what keeps leads single, registered and judged. Absent means null. */

export type DuplicateReason = 'SAME_USCC' | 'SAME_NAME' | 'SAME_PINYIN' | 'SAME_DOMAIN' | 'SAME_PHONE' | 'SIMILAR_NAME'
export type Certainty = 'CERTAIN' | 'PROBABLE'

/** A lead that may be the same one. */
export interface Candidate {
  id: string
  number: string
  zone: string
  name?: string
  state?: string
  certainty: Certainty
  confidence: number
  reasons: DuplicateReason[]
}
/** Another zone's claim: zone and date are all that anybody outside learns. */
export interface ForeignClaim {
  zone: string
  registeredFirst: { on: string }
}
export interface Candidates {
  candidates: (Candidate | ForeignClaim)[]
}

export type MergeState = 'BEGUN' | 'CLOSED' | 'TAKING' | 'DONE' | 'TURNING_BACK' | 'REFUSED' | 'UNDOING' | 'RETURNING' | 'RETURNED' | 'UNDONE'
export interface Merge {
  id: string
  state: MergeState
  into: string
  from: string
  at: string
  by: string
  fields?: Record<string, string>
  taken?: { fields: string[]; followUps: number; contacts: number; documents: number }
  undoUntil?: string
  undoneBy?: string
  undoneAt?: string
  /** What stayed with the target after an undo, and why. */
  kept?: { field: string; code: string; because: string }[]
  refusal?: string
}

export type RegistrationState = 'PROTECTED' | 'EXPIRED' | 'CLASHING' | 'TRANSFERRED' | 'ARBITRATED'
export interface CreditShare {
  zone: string
  percent: number
}
export interface RegistrationEntry {
  at: string
  on?: string
  by?: string
  kind: string
  zone?: string
  reason?: string
  decision?: string
  until?: string
}
export interface Registration {
  id: string
  version?: number
  leadId?: string
  state: RegistrationState
  disputed?: boolean
  zone: string
  on: string
  until?: string
  name?: string
  investor?: string
  credit?: CreditShare[]
  claims?: { zone: string; on: string; leadId?: string }[]
  history?: RegistrationEntry[]
}

export type Verdict = 'PROCEED' | 'REJECT' | 'MORE'
export interface ScoreFactor {
  code: string
  points: number
  of: number
  because: string
}
export interface ScoreVeto {
  code: string
  because?: string
  message?: string
}
export interface ScoreRise {
  field: string
  points: number
}
export interface Density {
  value?: string
  floor?: string
  met?: boolean
}
export interface Score {
  score: number
  version?: number | string
  factors: ScoreFactor[]
  vetoes: (ScoreVeto | string)[]
  wouldRaise: ScoreRise[]
  verdict?: Verdict
  proposal?: Verdict
  intensity?: Density
  taxPerMu?: Density
}
