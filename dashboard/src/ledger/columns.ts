import type { ImportColumn } from './types'

/** What a column of a file may be, in the ledger's order. */
export const FIELDS = [
  'serial', 'number', 'name', 'investor.name', 'investor.uscc', 'investor.region', 'source.channel', 'source.referrer', 'receivedOn', 'industry',
  'chain', 'content', 'investment.planned', 'needs.site', 'needs.utilities', 'expected', 'park', 'assignment.owner', 'assignment.department',
  'assignment.sponsor', 'state', 'assessment.verdict', 'lastFollowUpAt', 'followUps.summary', 'followUps.problems', 'followUps.needs',
  'nextAction.what', 'nextAction.on', 'updatedAt', 'zone', 'needs.landMu', 'needs.floorM2', 'needs.powerKva', 'needs.environment', 'expected.output',
  'expected.tax', 'expected.jobs', 'contacts[0].name', 'contacts[0].title', 'contacts[0].phone', 'contacts[0].email', 'tags', 'source.note',
] as const

/** Without one of these no row can become a lead; the service supposes everything else. */
const NEEDED = ['name', 'investor.name'] as const

export const CHANNELS = ['REFERRAL', 'VISIT', 'EVENT', 'AGENT', 'CHAIN_LEADER', 'INBOUND', 'PLATFORM', 'OTHER'] as const

/** What no row can do without. */
export function missing(columns: readonly ImportColumn[]): readonly string[] {
  return columns.some((column) => (NEEDED as readonly string[]).includes(column.field ?? '')) ? [] : ['name']
}

export interface Matching {
  columns: readonly ImportColumn[]
  /** Headers whose field another column has too. */
  twice: ReadonlySet<string>
  unmatched: number
  missing: readonly string[]
  changed: boolean
}

/** Whether some sheet has both: on two sheets one meaning may have two headings. */
function together(one: ImportColumn, other: ImportColumn): boolean {
  return !one.sheets || !other.sheets || one.sheets.some((sheet) => other.sheets?.includes(sheet))
}

/** How the columns stand now, against how the service matched them. */
export function matching(columns: readonly ImportColumn[], before: readonly ImportColumn[]): Matching {
  const fields = columns.filter((column) => !!column.field)
  const twice = new Set(columns.filter((column) => fields.some((other) => other !== column && other.field === column.field && together(other, column))).map((column) => column.header))
  return {
    columns,
    twice,
    unmatched: columns.length - fields.length,
    missing: missing(columns),
    changed: columns.some((column, index) => (column.field ?? '') !== (before[index]?.field ?? '')),
  }
}

/** One column given another field; the column that had it loses it, as a person who points at the right one means. */
export function assign(columns: readonly ImportColumn[], at: number, field: string): ImportColumn[] {
  const chosen = columns[at]
  return columns.map((column, index) => {
    if (index === at) return meaning(column, field)
    return field && chosen && column.field === field && together(column, chosen) ? meaning(column, '') : column
  })
}

function meaning({ header, sheets }: ImportColumn, field: string): ImportColumn {
  return { header, ...(field ? { field } : {}), ...(sheets ? { sheets } : {}) }
}
