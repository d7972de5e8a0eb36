import { useLocalStorage } from '@vueuse/core'
import { computed } from 'vue'

export interface Column {
  id: string
  label: string
  sort?: string
  num?: boolean
  width: number
}

export const COLUMNS: readonly Column[] = [
  { id: 'number', label: 'number', width: 134 },
  { id: 'name', label: 'name', width: 210 },
  { id: 'investor', label: 'investor.name', width: 130 },
  { id: 'zone', label: 'zone', width: 96 },
  { id: 'chain', label: 'chain', width: 112 },
  { id: 'state', label: 'state', width: 88 },
  { id: 'amount', label: 'investment.planned', sort: 'amount', num: true, width: 104 },
  { id: 'score', label: 'score', sort: 'score', num: true, width: 66 },
  { id: 'dwell', label: 'dwell', sort: 'stateSince', num: true, width: 70 },
  { id: 'owner', label: 'owner', width: 110 },
  { id: 'lastFollowUpAt', label: 'lastFollowUpAt', width: 88 },
  { id: 'nextAction', label: 'nextAction', width: 170 },
  { id: 'channel', label: 'source.channel', width: 84 },
  { id: 'receivedOn', label: 'receivedOn', sort: 'receivedOn', width: 96 },
  { id: 'updatedAt', label: 'updatedAt', sort: 'updatedAt', width: 88 },
]
const FIRST = ['number', 'name', 'chain', 'state', 'amount', 'score', 'dwell', 'owner', 'lastFollowUpAt', 'nextAction']

/** The column further to the front, or further back, by one place. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const at = order.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= order.length) return [...order]
  const next = [...order]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}

/** Which columns a person sees and in which order: those of the address, or else chosen once and kept in the browser. */
export function useColumns(address: () => string, change: (columns: string) => void) {
  const own = useLocalStorage<string[]>('lodestone.leads.columns', FIRST)
  const chosen = computed(() => {
    const named = (address() ? address().split(',') : own.value).filter((id) => COLUMNS.some((column) => column.id === id))
    return named.includes('name') ? named : [...named.slice(0, 1), 'name', ...named.slice(1)]
  })
  const shown = computed(() => chosen.value.flatMap((id) => COLUMNS.filter((column) => column.id === id)))
  function keep(next: string[]): void {
    own.value = next
    if (address()) change(next.join(','))
  }
  const toggle = (id: string) => keep(chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id])
  const move = (id: string, by: -1 | 1) => keep(moved(chosen.value, id, by))
  return { chosen, shown, toggle, move }
}
