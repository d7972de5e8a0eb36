import type { Amount } from '@/api/types'
import { amountText } from '@/ui/format'
import { at, patchOf } from '@/ui/paths'

export interface Versioned {
  version: number
  updatedAt: string
  updatedBy?: string
}
export interface ConflictLine {
  path: string
  before: string
  theirs: string
  /** Absent where only the other side changed something. */
  mine?: string
  patch?: Record<string, unknown>
}

/** Fields that move by themselves and that nobody typed. */
const DERIVED = new Set(['version', 'updatedAt', 'updatedBy', 'next', 'light', 'highlights', 'duplicateCheckAt', 'lastFollowUpAt', 'stateSince', 'stageSince'])

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function isAmount(value: unknown): value is Amount {
  return isPlain(value) && typeof value['value'] === 'string' && typeof value['unit'] === 'string'
}

function leaves(value: unknown, prefix = ''): string[] {
  if (!isPlain(value) || isAmount(value)) return prefix ? [prefix] : []
  return Object.entries(value).flatMap(([key, one]) => leaves(one, prefix ? `${prefix}.${key}` : key))
}

export function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (isAmount(value)) return amountText(value)
  if (Array.isArray(value)) return value.map((one) => (isPlain(one) ? Object.entries(one).filter(([key]) => key !== 'id').map(([, each]) => String(each)).join(' ') : String(one))).join('、')
  return String(value)
}

/** Whether the other side changed a field that the patch changes too. */
export function disputes(patch: Record<string, unknown>, base: unknown, current: unknown): boolean {
  return leaves(patch).some((path) => shown(at(base, path)) !== shown(at(current, path)) && shown(at(patch, path)) !== shown(at(current, path)))
}

/** Field by field: what it was, what the other side made of it, what I typed. Fields on which both agree are left out. */
export function conflictLines(patch: Record<string, unknown>, base: unknown, current: unknown): ConflictLine[] {
  const mine = leaves(patch)
  const theirs = [...new Set([...leaves(base), ...leaves(current)])].filter((path) => !DERIVED.has(path.split('.')[0] ?? '') && shown(at(base, path)) !== shown(at(current, path)))
  const lines: ConflictLine[] = []
  for (const path of new Set([...mine, ...theirs])) {
    const line: ConflictLine = { path, before: shown(at(base, path)), theirs: shown(at(current, path)) }
    if (mine.includes(path)) {
      if (shown(at(patch, path)) === line.theirs) continue
      line.mine = shown(at(patch, path))
      line.patch = patchOf(path, at(patch, path))
    }
    lines.push(line)
  }
  return lines
}
