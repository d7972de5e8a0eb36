import type { Amount, Light } from '@/api/types'

/** The wire of companies. Absent means null. */
export interface Found {
  id: string
  name: string
  uscc?: string
  leads: number
  zones: string[]
}
export const LINK_KINDS = ['SHAREHOLDER', 'GROUP', 'BRANCH'] as const
export type LinkKind = (typeof LINK_KINDS)[number]
export interface Link {
  id: string
  kind: LinkKind
  /** OUT: this company is shareholder, in the group or a branch of the other; IN: the other way round. */
  direction: 'OUT' | 'IN'
  investor: { id: string; name: string }
  percent?: string
  zone: string
  at: string
  by: string
  mayRemove: boolean
}
export interface Dossier {
  id: string
  name: string
  names: string[]
  uscc?: string
  usccValid?: boolean
  region?: string
  country?: string
  leads: { id: string; number: string; name: string; zone: string; park?: string; state: string; stateSince: string; light: Light; owner?: string; receivedOn: string; planned?: Amount; projectId?: string; updatedAt: string }[]
  leadCount: number
  /** Absent for who sees no contacts at all. */
  contacts?: { leadId: string; id?: string; name?: string; title?: string; phone?: string; email?: string }[]
  registrations: { leadId: string; id: string; state: string; until: string }[]
  projects: { id: string; number: string; name: string; zone: string; stage: string; status: string; amount?: Amount; leadId?: string }[]
  links: Link[]
  mayLink: boolean
}

export const investorPath = (id: string) => `/investors/${encodeURIComponent(id)}`
