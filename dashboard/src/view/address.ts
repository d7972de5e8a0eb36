import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { said } from '@/api/client'
import type { Look, SavedView } from './types'

/** What of an address is not a filter. */
const NOT_FILTERS = ['view', 'sort', 'columns', 'as', 'panel', 'bulk', 'month']

/** What has one value, whatever is in it. An empty key is one, too: what has none. */
const WHOLE = ['q', 'key']

/** What a view keeps of an address. */
export type Kept = Pick<SavedView, 'filter' | 'columns' | 'as'> & { sort?: string }

const listed = (value: LocationQuery[string] | undefined): string[] => [value].flat().filter((one): one is string => typeof one === 'string')

/** Several values come one by one or, as links have them, in one with commas. */
export function valuesOf(value: LocationQuery[string] | undefined): string[] {
  const given = listed(value)
  return given.length === 1 ? (given[0] ?? '').split(',').filter((one) => one) : [...new Set(given)].filter((one) => one)
}

export function keptOf(query: LocationQuery, columns: readonly string[]): Kept {
  const filter = Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => !NOT_FILTERS.includes(name))
      .map(([name, value]) => [name, WHOLE.includes(name) ? listed(value).slice(0, 1) : valuesOf(value)] as const)
      .filter(([, values]) => values.length),
  )
  const sort = listed(query['sort'])[0]
  return { filter, columns: [...columns], as: (listed(query['as'])[0] as Look | undefined) ?? 'table', ...(sort && { sort }) }
}

/** The address of a view: all of it, so that whoever gets it sees the same, also when they may not see the view itself. */
export function addressOf(view: SavedView): LocationQueryRaw {
  const filter = Object.fromEntries(Object.entries(view.filter).map(([name, values]) => [name, WHOLE.includes(name) ? values : [...said(values)]]))
  return { ...filter, ...(view.sort && { sort: view.sort }), ...(view.columns.length && { columns: view.columns.join(',') }), ...(view.as !== 'table' && { as: view.as }), view: view.id }
}

/** Whether the list shows something else by now than what was saved. */
export function differs(view: SavedView, kept: Kept): boolean {
  const plain = (one: Kept) => JSON.stringify([Object.entries(one.filter).map(([name, values]) => [name, [...values].sort()]).sort(), one.sort ?? '', one.columns, one.as])
  return plain({ filter: view.filter, columns: view.columns, as: view.as, ...(view.sort && { sort: view.sort }) }) !== plain(view.columns.length ? kept : { ...kept, columns: [] })
}
