/** Imports and exports of the lead ledger, as api.md tells them. */

export type Outcome = 'CREATE' | 'UPDATE' | 'REFUSE' | 'DUPLICATE' | 'PASS_OVER'
export const OUTCOMES: readonly Outcome[] = ['CREATE', 'UPDATE', 'REFUSE', 'DUPLICATE', 'PASS_OVER']

export type ImportState = 'PREVIEWING' | 'PREVIEWED' | 'RUNNING' | 'DONE' | 'UNDOING' | 'UNDONE' | 'FAILED'

export interface ImportColumn {
  header: string
  field?: string
}
export interface Otherwise {
  field: string
  value: string
}
export interface Kept {
  row: number
  leadId?: string
  because: string
  message: string
}
/** What the preview says, and what came of it. */
export interface Counts {
  create: number
  update: number
  refuse: number
  duplicate: number
  /** Sums, headings and remarks; absent in old imports. */
  passOver?: number
  created?: number
  updated?: number
  skipped?: number
  failed?: number
  undone?: number
  kept?: number
}
export interface LedgerImport {
  id: string
  state: ImportState
  file?: string
  zone?: string
  rows?: number
  columns: ImportColumn[]
  /** What stands for cells that say nothing. */
  defaults?: Otherwise[]
  /** What is supposed for columns that the file does not have. */
  notices?: CellReason[]
  counts: Counts
  progress?: { done: number; total: number }
  kept?: Kept[]
  problem?: string
  createdAt?: string
  by?: string
}
export interface CellReason {
  column?: string
  code: string
  message: string
  /** What it is a duplicate of: a lead's number and id, or a row of the same file. */
  of?: string
  ofId?: string
  ofRow?: number
}
export interface ImportRow {
  row: number
  outcome: Outcome
  reasons?: CellReason[]
  /** What was written; before the run, what would be updated. */
  leadId?: string
  /** What somebody decided about a duplicate; without it the choice for all of them counts. */
  decision?: 'CREATE' | 'SKIP'
  effect?: 'CREATED' | 'UPDATED' | 'SKIPPED' | 'FAILED'
  cells?: string[]
}
export interface ExportRecord {
  id: string
  at: string
  by: string
  zones?: string[]
  format: 'XLSX' | 'CSV'
  filter?: Record<string, string>
  contacts?: boolean
  state: string
  rows?: number
  endedAt?: string
}
