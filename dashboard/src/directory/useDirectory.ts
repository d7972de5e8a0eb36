import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api } from '@/api/client'
import type { Named, Page, Person } from '@/api/types'
import { i18n } from '@/i18n'
import { today } from '@/ui/clock'
import { workdayIn, type WorkingYear } from '@/ui/workday'

type Kind = 'zones' | 'parks' | 'people' | 'chains' | 'calendar'

/** Names for the codes that leads and projects carry. Without an entry the code itself is shown. */
export const useDirectory = defineStore('directory', () => {
  const zones = ref<Named[]>([])
  const parks = ref<Named[]>([])
  const chains = ref<Named[]>([])
  const people = ref<Person[]>([])
  const years = ref<WorkingYear[]>([])

  async function read<T>(kind: Kind): Promise<T[]> {
    try {
      return (await api.get<Page<T>>(`/api/directory/${kind}`)).data.items
    } catch {
      return []
    }
  }

  async function start(): Promise<void> {
    const [z, p, c, who, calendar] = await Promise.all([read<Named>('zones'), read<Named>('parks'), read<Named>('chains'), read<Person>('people'), read<WorkingYear>('calendar')])
    zones.value = z
    parks.value = p
    chains.value = c
    people.value = who
    years.value = calendar
  }

  function nameIn(list: readonly Named[], id: string | undefined): string {
    if (!id) return ''
    const found = list.find((one) => (one.id ?? one.code) === id)
    if (!found) return id
    const locale = i18n.global.locale.value
    return found.labels?.[locale] ?? (locale === 'en' ? found.nameEn : undefined) ?? found.name ?? id
  }
  const zone = (id: string | undefined) => nameIn(zones.value, id)
  const park = (id: string | undefined) => nameIn(parks.value, id)
  const chain = (id: string | undefined) => nameIn(chains.value, id)
  const person = (id: string | undefined) => (id ? (people.value.find((one) => one.id === id)?.name ?? id) : '')
  /** The working day so many days from now, or the next one after it. */
  const inDays = (days: number) => workdayIn(today(), days, years.value)
  /** Two characters for a card: the end of a Chinese name, the capitals of another. */
  function initials(id: string | undefined): string {
    const last = person(id).split('·').at(-1) ?? ''
    return /^[\x20-\x7e]+$/.test(last) ? last.split(/[.\s]+/).map((word) => word.charAt(0).toUpperCase()).join('').slice(0, 2) : last.slice(-2)
  }

  return { zones, parks, chains, people, start, zone, park, chain, person, inDays, initials }
})
