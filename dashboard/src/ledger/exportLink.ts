import { withQuery, type Query } from '@/api/client'
import { label } from '@/i18n'
import { useDirectory } from '@/directory/useDirectory'

/** Where exactly what the list shows can be had: its filters and its order, without its pages. */
export function exportLink(format: 'xlsx' | 'csv', query: Query): string {
  return withQuery(`/api/leads/export.${format}`, query)
}

const NAMED: Record<string, string> = { state: 'state', light: 'light', channel: 'channel' }

/** What an export was narrowed to, in the page's words. */
export function filterText(filter: Record<string, unknown> | string | undefined): string {
  if (!filter) return ''
  const entries = typeof filter === 'string' ? [...new URLSearchParams(filter)] : Object.entries(filter)
  const directory = useDirectory()
  return entries
    .filter(([name]) => name !== 'sort' && name !== 'view')
    .flatMap(([name, value]) => [value].flat().filter((one) => one !== '' && one !== undefined && one !== null).map((one) => word(name, String(one))))
    .join(' · ')

  function word(name: string, value: string): string {
    const group = NAMED[name]
    if (group) return label(group, value)
    if (name === 'zone') return directory.zone(value)
    if (name === 'chain') return directory.chain(value)
    if (name === 'owner') return directory.person(value)
    return name === 'q' ? `“${value}”` : `${name}=${value}`
  }
}
