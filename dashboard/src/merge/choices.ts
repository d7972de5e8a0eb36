import type { Lead } from '@/api/types'
import { factText } from '@/fact/factText'
import { GROUPS, type FactField, type FieldKind } from '@/lead/fields'
import { at } from '@/ui/paths'

export type Side = 'target' | 'from'
export interface MergePart {
  path: string
  target: string
  from: string
}
/** One choice: a field of the lead; a few have parts that make sense together only. */
export interface MergeLine {
  field: string
  parts: MergePart[]
  /** Which side stays when nobody chooses: the target's, unless the other knows all of it and more. */
  preset: Side
}
export interface MergeLines {
  differing: MergeLine[]
  equal: MergeLine[]
}

/** A step without its date, or an amount beside “unknown”, would say what nobody said. */
const WHOLE = new Set(['investment', 'nextAction'])
const f = (path: string, kind: FieldKind): FactField => ({ path, kind })
const FACTS: readonly FactField[] = [
  ...GROUPS.flatMap((group) => group.fields),
  f('assignment.owner', 'person'),
  f('assignment.sponsor', 'person'),
  f('assignment.department', 'text'),
  f('nextAction.what', 'text'),
  f('nextAction.on', 'date'),
]

/** Both leads field by field: differing ones to choose from, equal ones to fold away; what neither knows is left out. */
export function mergeLines(target: Lead, from: Lead): MergeLines {
  const fields = new Map<string, MergePart[]>()
  for (const { path, kind } of FACTS) {
    const part: MergePart = { path, target: factText(kind, at(target, path)), from: factText(kind, at(from, path)) }
    if (!part.target && !part.from) continue
    const group = path.split('.')[0] ?? path
    const field = WHOLE.has(group) ? group : path
    fields.set(field, [...(fields.get(field) ?? []), part])
  }
  const lines: MergeLines = { differing: [], equal: [] }
  for (const [field, parts] of fields) {
    const losesNothing = parts.every((part) => !part.target || part.target === part.from)
    const same = parts.every((part) => part.target === part.from)
    ;(same ? lines.equal : lines.differing).push({ field, parts, preset: losesNothing && !same ? 'from' : 'target' })
  }
  return lines
}

/** What goes onto the wire: a word for every field that differs, so that nothing depends on what is filled in meanwhile. */
export function chosenFields(lines: readonly MergeLine[], chosen: Readonly<Record<string, Side>>): Record<string, 'from' | 'into'> {
  return Object.fromEntries(lines.map((line) => [line.field, (chosen[line.field] ?? line.preset) === 'from' ? ('from' as const) : ('into' as const)]))
}

export const isMerged = (state: string) => state === 'DONE'
export const isUndone = (state: string) => state === 'UNDONE'
export const hasFailed = (state: string) => state === 'REFUSED'
