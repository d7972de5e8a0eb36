/** As `/api/personal-data` answers. */
export interface Place {
  place: string
  records: number
  values: number
  items?: { id: string; number?: string; zone?: string }[]
}
export interface Found {
  places: Place[]
  also: { phones: string[]; emails: string[]; names: string[]; firms: string[] }
  /** Services that were asked, too, and did not answer. */
  unanswered?: string[]
}
export interface Remark {
  code: string
  place: string
  id: string
}
export interface Erasure {
  id: string
  state: 'FINDING' | 'RECORDS' | 'HISTORY' | 'SWEEPING' | 'INDEX' | 'ELSEWHERE' | 'DONE'
  by: string
  at: string
  reason: string
  round: number
  leads: number
  places: Place[]
  remarks: Remark[]
  doneAt?: string
}
export interface Asked {
  phones: string[]
  emails: string[]
  names: string[]
  firm?: string
  reason: string
}

/** One line each, or commas of either width between them. */
export function listed(text: string): string[] {
  return [...new Set(text.split(/[\n,，;；、]/).map((one) => one.trim()).filter(Boolean))]
}

/** What a list says with one value more. */
export function withOne(text: string, value: string): string {
  return listed(`${text}\n${value}`).join('\n')
}

const STATES = ['FINDING', 'RECORDS', 'HISTORY', 'SWEEPING', 'INDEX', 'ELSEWHERE', 'DONE'] as const

/** Steps behind it, of all of them. */
export function stepsDone(erasure: Pick<Erasure, 'state'>): { done: number; of: number } {
  return { done: STATES.indexOf(erasure.state), of: STATES.length - 1 }
}

/** Remarks of one kind together: a page names the kind once. */
export function grouped(remarks: readonly Remark[]): { code: string; remarks: Remark[] }[] {
  const codes = [...new Set(remarks.map((one) => one.code))]
  return codes.map((code) => ({ code, remarks: remarks.filter((one) => one.code === code) }))
}
