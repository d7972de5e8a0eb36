export type SourceKind = 'SERVER' | 'FORM'

/** Where leads come in from outside; its key is shown once and kept as a fingerprint. */
export interface IntakeSource {
  id: string
  version?: number
  name: string
  zone: string
  kind: SourceKind
  channel?: string
  referrer?: string
  origins?: string[]
  perHour?: number
  createdAt?: string
  /** Since when the present key counts, and how long an earlier one still does. */
  keySince?: string
  oldUntil?: string
  revokedAt?: string
  /** Only in the answer to creating or rotating. */
  key?: string
}
export interface NewSource {
  name: string
  zone: string
  kind: SourceKind
  channel: string
  referrer: string
  origins: string
  perHour: string
}
