/** The wire as docs/openapi describes it. Absent means null; amounts are decimal strings. */

export type Unit = 'CNY_10K' | 'CNY'
export interface Amount {
  value: string
  unit: Unit
}

export interface Page<T> {
  items: T[]
  next?: string
  total?: { value: number; exact: boolean }
  facets?: Record<string, Record<string, number>>
}

export interface Unmet {
  requirement: string
  message: string
  field?: string
}
export interface NextStep {
  to: string
  unmet: Unmet[]
}

export interface FieldProblem {
  field: string
  code?: string
  message: string
}

export interface Person {
  id: string
  name: string
  roles: string[]
  zones: string[]
  parks?: string[]
  department?: string
  head?: boolean
  supervisor?: string
}
export interface Me {
  /** What time it is for the service. */
  now?: string
  id: string
  name: string
  roles: string[]
  zones: string[]
  parks?: string[]
}
export interface Named {
  id: string
  name?: string
  nameEn?: string
  code?: string
  zone?: string
  labels?: Record<string, string>
}

export type Light = 'GREEN' | 'AMBER' | 'YELLOW' | 'RED' | 'GREY' | 'WAITING'

export interface Contact {
  id?: string
  name?: string
  title?: string
  phone?: string
  email?: string
}
export interface Paper {
  id?: string
  kind: string
  number?: string
  on?: string
  title?: string
  /** The document that holds it. */
  file?: string
}
export interface NextAction {
  what: string
  on?: string
}
export interface Investor {
  /** Where all that is known of it is shown. */
  id?: string
  name?: string
  uscc?: string
  usccValid?: boolean
  region?: string
  country?: string
}

/** A clock that runs for a lead: yellow from `dueAt` on, red from `redAt` on. */
export interface Clock {
  kind: string
  since?: string
  dueAt: string
  redAt: string
  light: Light
  /** The day it belongs to: a promised date stays its own, also where it is late only after the next working day. */
  day: string
  /** Counted through days whose holidays are not announced yet. */
  provisional?: boolean
}
export interface Waiting {
  reason: string
  since: string
  until: string
  by: string
}

export interface Lead {
  id: string
  number: string
  version: number
  zone: string
  park?: string
  state: string
  stateSince: string
  light?: Light
  /** The one that falls due first comes first. */
  clocks?: Clock[]
  waiting?: Waiting
  name: string
  investor?: Investor
  contacts?: Contact[]
  source?: { channel?: string; referrer?: string; note?: string }
  receivedOn?: string
  industry?: string
  chain?: string
  content?: string
  investment?: { planned?: Amount; unknown?: boolean }
  needs?: { landMu?: string; floorM2?: string; powerKva?: string; environment?: string }
  expected?: { output?: Amount; tax?: Amount; jobs?: number }
  assignment?: { owner?: string; department?: string; sponsor?: string; because?: { code: string; at?: string; by?: string; text?: string } }
  /** Whether the reader is told of changes. */
  watching?: boolean
  siteOptions?: string[]
  keyTerms?: string
  tags?: string[]
  documents?: Paper[]
  assessment?: { verdict: 'PROCEED' | 'REJECT' | 'MORE'; by?: string; at?: string; note?: string }
  /** What the zone's rules make of it, of 100. */
  score?: number
  nextAction?: NextAction
  lastFollowUpAt?: string
  duplicateCheckAt?: string
  projectId?: string
  /** The lead that continues this one. */
  mergedInto?: string
  /** In another zone: where it went on, and where it came from. */
  transferredTo?: { zone: string; lead: string; number: string }
  transferredFrom?: { zone: string; lead: string; number: string }
  next?: NextStep[]
  highlights?: Record<string, string>
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
}

export interface HistoryChange {
  field: string
  before?: unknown
  after?: unknown
}
export interface HistoryEntry {
  sequence: number
  at: string
  by: string
  kind: string
  from?: string
  to?: string
  reason?: string
  note?: string
  dwellSeconds?: number
  changes?: HistoryChange[]
}
export type FollowUpKind = 'CALL' | 'MEETING' | 'VISIT' | 'MESSAGE' | 'EMAIL' | 'OTHER'
export interface FollowUp {
  id?: string
  at: string
  by?: string
  kind: FollowUpKind
  summary: string
  problems?: string
  needs?: string
  nextAction?: NextAction
}

/** `at` is left to the service: a browser's clock may run ahead. */
export type NewFollowUp = Omit<FollowUp, 'at' | 'id' | 'by'>

export interface Permit {
  id?: string
  kind: string
  owner?: string
  mode?: string
  plannedOn?: string
  actualOn?: string
}
export interface Project {
  id: string
  number: string
  version: number
  leadId?: string
  zone: string
  park?: string
  name: string
  stage: string
  stageSince: string
  status: string
  light?: Light
  investor?: Investor
  company?: { name?: string; uscc?: string; registeredOn?: string }
  industry?: string
  chain?: string
  chainRole?: 'LEADER' | 'MEMBER'
  contract?: { number?: string; on?: string; amount?: Amount }
  investment?: { total?: Amount; fixed?: Amount }
  output?: { expected?: Amount; actual?: Amount }
  responsibility?: { sponsor?: string; departmentLead?: string; deliveryUnit?: string; officer?: string }
  targetStartOn?: string
  permits?: Permit[]
  documents?: Paper[]
  dates?: Record<string, string>
  next?: NextStep[]
  highlights?: Record<string, string>
  createdAt: string
  updatedAt: string
  updatedBy?: string
}
export interface BoardColumn {
  stage: string
  count: number
  sum?: Amount
  items: Project[]
  next?: string
}
export interface Board {
  columns: BoardColumn[]
}
export interface ProgressReport {
  id?: string
  month: string
  summary: string
  invested?: Amount
  at?: string
  by?: string
}

export interface InboxItem {
  id: string
  seq?: number
  at: string
  type: string
  severity: 'INFO' | 'YELLOW' | 'RED'
  title: string
  body?: string
  subject?: { kind: 'lead' | 'project'; id: string; name?: string; zone?: string }
  reason?: { rule?: string; because?: string }
  link?: string
  read: boolean
  english?: { title: string; body: string }
}

/** One frame's data: a CloudEvent in structured form. */
export interface StreamEvent {
  id: string
  source: string
  type: string
  subject: string
  time: string
  zone?: string
  sequence?: string
  data: {
    name?: string
    number?: string
    zone?: string
    state?: string
    stage?: string
    from?: string
    to?: string
    reason?: string
    amount?: Amount
    owner?: string
    officer?: string
    by?: string
    kind?: string
    fields?: string[]
  }
}
