import { withQuery, type Query } from '@/api/client'
import { i18n, label } from '@/i18n'
import { useDirectory } from '@/directory/useDirectory'

/** The ledger's columns behind each of the list's. */
const OF_LIST: Record<string, readonly string[]> = {
  number: ['number'],
  name: ['name'],
  investor: ['investor.name'],
  zone: ['zone'],
  chain: ['chain'],
  state: ['state'],
  amount: ['investment.planned'],
  dwell: [],
  owner: ['assignment.owner'],
  lastFollowUpAt: ['lastFollowUpAt'],
  nextAction: ['nextAction.what', 'nextAction.on'],
  channel: ['source.channel'],
  receivedOn: ['receivedOn'],
  updatedAt: ['updatedAt'],
}

/** The ledger's columns of those the list shows. */
export function ledgerColumns(columns: readonly string[]): string[] {
  return columns.flatMap((column) => OF_LIST[column] ?? [])
}

/** Where exactly what the list shows can be had: its filters and its order, without its pages; all the ledger's columns, or those of the list. */
export function exportLink(format: 'xlsx' | 'csv', query: Query, columns: readonly string[] = []): string {
  return withQuery(`/api/leads/export.${format}`, { ...query, columns: ledgerColumns(columns) })
}

const NAMED: Record<string, string> = { state: 'state', light: 'light', channel: 'channel' }

/** What an export was narrowed to, in the page's words. */
export function filterText(filter: Record<string, string> | undefined): string {
  const directory = useDirectory()
  const word = (name: string, value: string): string => {
    const group = NAMED[name]
    if (group) return label(group, value)
    if (name === 'zone') return directory.zone(value)
    if (name === 'chain') return directory.chain(value)
    if (name === 'owner') return directory.person(value)
    if (name === 'picked') return i18n.global.t('bulk.picked', { n: value })
    if (name === 'figure') return i18n.global.t(`figure.name.${value}`)
    return name === 'q' ? `“${value}”` : `${name}=${value}`
  }
  return Object.entries(filter ?? {})
    .filter(([name, value]) => value && !['sort', 'view', 'cursor', 'limit', 'ids'].includes(name))
    .flatMap(([name, value]) => (name === 'q' ? [value] : value.split(',')).map((one) => word(name, one)))
    .join(' · ')
}
