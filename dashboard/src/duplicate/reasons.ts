import type { Candidate, ForeignClaim } from '@/api/leadCare'

export function isForeign(one: Candidate | ForeignClaim): one is ForeignClaim {
  return 'registeredFirst' in one
}

/** What a confidence means in words; the number itself is shown on hover. */
export type Likelihood = 'certain' | 'very' | 'likely' | 'maybe'

export function likelihood(one: Pick<Candidate, 'certainty' | 'confidence'>): Likelihood {
  if (one.certainty === 'CERTAIN') return 'certain'
  if (one.confidence >= 0.9) return 'very'
  return one.confidence >= 0.7 ? 'likely' : 'maybe'
}

/** Certain ones first, then by confidence; other zones' claims at the end, because nothing can be opened there. */
export function ranked(candidates: readonly (Candidate | ForeignClaim)[]): { own: Candidate[]; foreign: ForeignClaim[] } {
  const own = candidates.filter((one): one is Candidate => !isForeign(one))
  own.sort((a, b) => Number(b.certainty === 'CERTAIN') - Number(a.certainty === 'CERTAIN') || b.confidence - a.confidence || a.number.localeCompare(b.number))
  return { own, foreign: candidates.filter(isForeign) }
}

/** The facts a duplicate is recognised by; a change elsewhere asks nothing. */
export interface Recognisable {
  investor: string
  uscc: string
  phone: string
  email: string
}

/** What the next check would be about, as one text; empty where there is nothing to compare yet. */
export function fingerprint(facts: Recognisable): string {
  const { investor, uscc, phone, email } = facts
  const told = [investor.trim(), uscc.trim().toUpperCase(), phone.replace(/[^\d+]/g, ''), email.trim().toLowerCase()]
  const enough = (told[0]?.length ?? 0) >= 2 || (told[1]?.length ?? 0) >= 8 || (told[2]?.length ?? 0) >= 7 || /.@.+\../.test(told[3] ?? '')
  return enough ? told.join('\n') : ''
}
