/** Imports and exports of the lead ledger, as api.md tells them. */

export type Outcome = 'CREATE' | 'UPDATE' | 'REFUSE' | 'DUPLICATE' | 'PASS_OVER'
export const OUTCOMES: readonly Outcome[] = ['CREATE', 'UPDATE', 'REFUSE', 'DUPLICATE', 'PASS_OVER']

export type ImportState = 'PREVIEWING' | 'PREVIEWED' | 'RUNNING' | 'DONE' | 'UNDOING' | 'UNDONE' | 'FAILED'

export interface ImportColumn {
  header: string
  field?: string
  /** Of a workbook with several ledgers: which sheets have it; absent where all do. */
  sheets?: string[]
}
/** One of several ledgers of a workbook. */
export interface ImportSheet {
  name: string
  rows: number
  read: boolean
  /** How many of its rows are hidden. */
  hidden?: number
}
/** Rows that nobody sees in a spreadsheet program, by a filter or by hand. */
export interface HiddenRows {
  rows: number
  read: boolean
}
export interface Otherwise {
  field: string
  value: string
}
/** What whoever imports says of the file; sheets are said only of a workbook with several ledgers. */
export interface Correction {
  columns: readonly ImportColumn[]
  defaults: readonly Otherwise[]
  sheets?: readonly string[]
  hidden?: boolean
}
export interface Kept {
  sheet?: string
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
  sheets?: ImportSheet[]
  hidden?: HiddenRows
  /** Which sheets are read, and what is supposed for columns that the file does not have. */
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
  ofSheet?: string
  ofRow?: number
}
export interface ImportRow {
  /** On which sheet, where there are several. */
  sheet?: string
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
