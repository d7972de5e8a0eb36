/** Bulk work as api.md tells it. */
export type BulkAction = 'assign' | 'transition' | 'tag' | 'claim' | 'release'
export type BulkState = 'RUNNING' | 'DONE' | 'UNDOING' | 'UNDONE'

export interface RowProblem {
  type?: string
  title?: string
  detail?: string
  unmet?: { requirement: string; message: string }[]
  errors?: { field: string; message: string }[]
}
export interface BulkResult {
  id: string
  number?: string
  ok: boolean
  problem?: RowProblem
  undo?: { ok: boolean; problem?: RowProblem }
}
export interface BulkJob {
  id: string
  state: BulkState
  action: BulkAction
  with: Record<string, string[]>
  at: string
  total: number
  done: number
  failed: number
  undone: number
  kept: number
  undoUntil: string
  results?: BulkResult[]
  next?: string
}
/** What the action needs, in the wire's names. */
export interface BulkWith {
  owner?: string
  to?: string
  reason?: string
  note?: string
  revisitOn?: string
  lostTo?: string
  add?: string[]
  remove?: string[]
}

/** A sentence with people's names for their codes, as far as they are known; a code without a dot may be any word. */
export function withNames(text: string, people: readonly { id: string; name: string }[]): string {
  return people.filter((one) => one.id.includes('.')).reduce((said, one) => said.replaceAll(one.id, one.name), text)
}

/** Everything a row lacks, in one sentence. */
export function saidOf(problem: RowProblem | undefined): string {
  if (!problem) return ''
  const each = [...(problem.unmet ?? []), ...(problem.errors ?? [])].map((one) => one.message)
  return each.length ? each.join('；') : (problem.detail ?? problem.title ?? '')
}
