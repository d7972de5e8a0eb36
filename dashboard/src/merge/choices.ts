import type { Lead } from '@/api/types'
import { factText } from '@/fact/factText'
import { GROUPS, type FactField } from '@/lead/fields'
import { at } from '@/ui/paths'

export type Side = 'target' | 'from'
export interface MergeLine {
  path: string
  target: string
  from: string
  /** Which side stays when nobody chooses: what is there, and otherwise what the other lead knows. */
  preset: Side
}
export interface MergeLines {
  differing: MergeLine[]
  equal: MergeLine[]
}

/** Lists are brought together, never chosen between; the assignment counts as facts here. */
const TOGETHER = new Set(['tags', 'siteOptions'])
export const MERGE_FIELDS: readonly FactField[] = [
  ...GROUPS.flatMap((group) => group.fields).filter((field) => !TOGETHER.has(field.path)),
  { path: 'assignment.owner', kind: 'person' },
  { path: 'assignment.sponsor', kind: 'person' },
  { path: 'assignment.department', kind: 'text' },
]

/** Both leads field by field: differing ones to choose from, equal ones to fold away; what neither knows is left out. */
export function mergeLines(target: Lead, from: Lead): MergeLines {
  const lines: MergeLines = { differing: [], equal: [] }
  for (const { path, kind } of MERGE_FIELDS) {
    const line: MergeLine = { path, target: factText(kind, at(target, path)), from: factText(kind, at(from, path)), preset: 'target' }
    if (!line.target && !line.from) continue
    if (!line.target) line.preset = 'from'
    ;(line.target === line.from ? lines.equal : lines.differing).push(line)
  }
  return lines
}

/** What goes onto the wire: only what is taken from the other lead. */
export function chosenFields(lines: readonly MergeLine[], chosen: Readonly<Record<string, Side>>): Record<string, 'from'> {
  return Object.fromEntries(lines.filter((line) => (chosen[line.path] ?? line.preset) === 'from').map((line) => [line.path, 'from' as const]))
}

const OVER = new Set(['DONE', 'COMPLETED', 'MERGED', 'FINISHED'])
export const isMerged = (state: string) => OVER.has(state)
export const isUndone = (state: string) => ['UNDONE', 'REVERSED', 'UNMERGED'].includes(state)
export const hasFailed = (state: string) => ['FAILED', 'REFUSED', 'STOPPED'].includes(state)
