import type { Unmet } from '@/api/types'

/** Requirements whose name is not the name of the field that fills them. Matched from the top, without case or punctuation. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/contract|revisit|reason|lostto/, 'transition'],
  [/verdict|assess|admission/, 'assessment'],
  [/nextaction|nextstep/, 'nextAction'],
  [/meeting|visit|followup/, 'composer'],
  [/site/, 'siteOptions'],
  [/keyterms|terms/, 'keyTerms'],
  [/intent|framework|document|agreement/, 'documents'],
  [/energy|power/, 'needs.powerKva'],
  [/land|floor/, 'needs.landMu'],
  [/investment|amount|planned/, 'investment.planned'],
  [/chain/, 'chain'],
  [/owner/, 'assignment.owner'],
  [/sponsor/, 'assignment.sponsor'],
  [/department/, 'assignment.department'],
  [/duplicate/, 'investor.name'],
  [/investor|uscc/, 'investor.name'],
  [/received/, 'receivedOn'],
  [/channel|source/, 'source.channel'],
]

/** Where on the lead page an unmet requirement is filled in. */
export function anchorOf(unmet: Unmet): string {
  for (const word of [unmet.field, unmet.requirement]) {
    if (!word) continue
    const plain = word.toLowerCase().replace(/[^a-z]/g, '')
    const place = PLACES.find(([pattern]) => pattern.test(plain))
    if (place) return place[1]
  }
  return unmet.field ?? unmet.requirement
}
