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

/** Which columns a person sees: chosen once and kept in the browser. */
export function useColumns() {
  const chosen = useLocalStorage<string[]>('lodestone.leads.columns', FIRST)
  const shown = computed(() => COLUMNS.filter((column) => column.id === 'name' || chosen.value.includes(column.id)))
  function toggle(id: string): void {
    chosen.value = chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id]
  }
  return { chosen, shown, toggle }
}
