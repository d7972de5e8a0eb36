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
  /** `possible`: a name near this one is registered, not this one. */
  registeredFirst: { on: string; possible?: boolean }
}
export interface Candidates {
  candidates: (Candidate | ForeignClaim)[]
  /** Seconds until other zones' claims are told again, to who looked at too many firms. */
  elsewhereAfter?: number
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
/** `reason` is a code: the other zone, the decision or the cause; `note` is what somebody wrote. */
export interface RegistrationEntry {
  sequence: number
  at: string
  by?: string
  kind: string
  from?: string
  to?: string
  reason?: string
  note?: string
}
/** For another zone's claimant only the first four are there. */
export interface Registration {
  id: string
  state: RegistrationState
  zone: string
  on: string
  version?: number
  until?: string
  credit?: CreditShare[]
  firm?: string
  uscc?: string
  project?: string
  leadId?: string
  leadNumber?: string
  furtherProject?: boolean
  disputedAt?: string
  disputes?: { zone: string; at: string; leadId?: string; by?: string; reason?: string }[]
  clashes?: { registration: string; zone: string }[]
  ruling?: { decision: string; by: string; at: string; reason: string }
  history?: RegistrationEntry[]
}

export type Verdict = 'PROCEED' | 'REJECT' | 'MORE'
export interface ScoreFactor {
  code: string
  label: string
  points: number
  of: number
  because: string
}
export interface Score {
  score: number
  /** Of the zone's settings. */
  version: number
  factors: ScoreFactor[]
  vetoes: { code: string; because: string }[]
  wouldRaise: { field: string; label: string; points: number; because: string }[]
  proposed: Verdict
  proceedFrom: number
  /** 万元/亩 */
  intensity?: string | number
  taxPerMu?: string | number
  floors: { intensity?: string | number; tax?: string | number }
  verdict?: { verdict: Verdict; by?: string; at?: string; note?: string; score?: number }
  differs: boolean
}
