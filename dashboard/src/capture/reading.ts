import type { Lead } from '@/api/types'
import type { LeadDraft } from '@/lead/useLeadDraft'
import { wanOf } from '@/ui/format'

/** Where in the pasted text something was recognised; `start` and `end` count UTF-16 units, as the browser does. */
export interface Found {
  field: string
  text: string
  start: number
  end: number
}
export interface Reading {
  lead: Partial<Lead>
  found: Found[]
}
export interface Piece {
  text: string
  field?: string
}

/** The text in pieces, what was recognised marked. What overlaps an earlier mark is left out; a place outside the text is none. */
export function pieces(text: string, found: readonly Found[]): Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < at || one.end <= one.start || one.end > text.length) continue
    if (one.start > at) result.push({ text: text.slice(at, one.start) })
    result.push({ text: text.slice(one.start, one.end), field: one.field })
    at = one.end
  }
  if (at < text.length) result.push({ text: text.slice(at) })
  return result
}

/** What the form of a new lead holds of it. */
export function draftOf(lead: Partial<Lead>): Partial<LeadDraft> {
  const contact = lead.contacts?.[0]
  const draft: Partial<Record<keyof LeadDraft, string | undefined>> = {
    name: lead.name,
    content: lead.content,
    zone: lead.zone,
    park: lead.park,
    channel: lead.source?.channel,
    referrer: lead.source?.referrer,
    sourceNote: lead.source?.note,
    receivedOn: lead.receivedOn,
    investor: lead.investor?.name,
    uscc: lead.investor?.uscc,
    region: lead.investor?.region,
    industry: lead.industry,
    chain: lead.chain,
    planned: wanOf(lead.investment?.planned),
    landMu: lead.needs?.landMu,
    floorM2: lead.needs?.floorM2,
    powerKva: lead.needs?.powerKva,
    contactName: contact?.name,
    contactTitle: contact?.title,
    contactPhone: contact?.phone,
    contactEmail: contact?.email,
  }
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value)) as Partial<LeadDraft>
}

/** The draft's name of a lead's path, for the inputs beside the text. */
export const DRAFT_OF: Record<string, keyof LeadDraft> = {
  name: 'name',
  'investor.name': 'investor',
  'investor.uscc': 'uscc',
  'investor.region': 'region',
  'contact.name': 'contactName',
  'contact.title': 'contactTitle',
  'contact.phone': 'contactPhone',
  'contact.email': 'contactEmail',
  'investment.planned': 'planned',
  'needs.landMu': 'landMu',
  'needs.floorM2': 'floorM2',
  'needs.powerKva': 'powerKva',
  'source.referrer': 'referrer',
  content: 'content',
}

/** `contacts[0].phone` and `contacts.phone` are the form's `contact.phone`. */
export function fieldName(field: string): string {
  return field.replace(/^contacts(\[\d+\]|\.\d+)?\./, 'contact.')
}
