import type { FollowUp, HistoryEntry } from '@/api/types'
import { shown } from './conflict'

export interface TimelineEntry {
  id: string
  at: string
  by: string | undefined
  look: 'talk' | 'move' | 'change'
  kind: string
  from?: string | undefined
  to?: string | undefined
  reason?: string | undefined
  note?: string | undefined
  dwellSeconds?: number | undefined
  followUp?: FollowUp
  changes: { field: string; before: string; after: string }[]
}

/** Bookkeeping that a reader of the timeline does not ask for. */
const QUIET = new Set(['duplicateCheckAt', 'lastFollowUpAt', 'stateSince', 'stageSince', 'state', 'stage', 'version', 'updatedAt', 'updatedBy', 'assessment.by', 'assessment.at', 'assessment.settingsVersion'])

/** Who has a lead and why is told by the entry's kind. */
const isQuiet = (field: string) => QUIET.has(field) || field.startsWith('custody.')

/** A file that came or went is told by the kind and its title; the paper that knows of it only follows. */
const isFile = (kind: string) => kind.startsWith('document-')

/** History and follow-ups as one story, newest first. A follow-up tells itself: its history entry is left out. */
export function timeline(history: readonly HistoryEntry[], followUps: readonly FollowUp[]): TimelineEntry[] {
  const talks = followUps.map((followUp, index): TimelineEntry => ({ id: `f${followUp.id ?? index}`, at: followUp.at, by: followUp.by, look: 'talk', kind: followUp.kind, followUp, changes: [] }))
  const past = history
    .filter((entry) => !(talks.length && /follow/i.test(entry.kind)))
    .map((entry): TimelineEntry => ({
      id: `h${entry.sequence}`,
      at: entry.at,
      by: entry.by,
      look: entry.to ? 'move' : 'change',
      kind: entry.kind,
      from: entry.from,
      to: entry.to,
      reason: entry.reason,
      note: entry.note,
      dwellSeconds: entry.dwellSeconds,
      changes: entry.from || entry.to || isFile(entry.kind) ? [] : (entry.changes ?? []).filter((change) => !isQuiet(change.field) && (entry.sequence > 1 || change.before !== undefined)).map((change) => ({ field: change.field, before: shown(change.before), after: shown(change.after) })),
    }))
  return [...talks, ...past].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id.localeCompare(a.id, 'en', { numeric: true }))
}
