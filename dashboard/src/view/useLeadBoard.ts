import { useDebounceFn } from '@vueuse/core'
import { ref, watch } from 'vue'
import { api, type Query } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Lead, Page, Unmet } from '@/api/types'
import { ASIDE, ROAD } from '@/lead/states'
import { useLive } from '@/stream/useLive'
import { complain } from '@/ui/notice'

const PER_COLUMN = 20
const MOST = 200

export interface LeadColumn {
  state: string
  count: number
  items: Lead[]
  next?: string
}

/** Leads as cards by state, with what the list filters. A card moves at once and goes back if the service refuses. */
export function useLeadBoard(query: () => Query) {
  const columns = ref<LeadColumn[]>([])
  const loaded = ref(false)
  const failed = ref<unknown>()
  /** A move that needs more than a place to go to. */
  const refusal = ref<{ lead: Lead; to: string; unmet: Unmet[] }>()
  let asked = 0
  /** As the service left them after a move: a list that was asked for earlier, or is a moment behind, does not put them back. */
  const moved = new Map<string, Lead>()
  const onTheWay = new Set<string>()

  function states(): string[] {
    const chosen = [query()['state']].flat().filter((one): one is string => typeof one === 'string' && !!one)
    return chosen.length ? chosen : [...ROAD.filter((state) => state !== 'CONVERTED'), ASIDE[0]]
  }
  async function column(state: string, part: { cursor?: string | undefined; limit?: number }): Promise<LeadColumn> {
    const page = (await api.get<Page<Lead>>('/api/leads', { ...query(), state: [state], limit: PER_COLUMN, ...part })).data
    return { state, count: page.total?.value ?? page.items.length, items: page.items, ...(page.next && { next: page.next }) }
  }
  /** @param anew from the beginning; else a column that was read page by page stays as long as it was */
  async function read(anew = false): Promise<void> {
    const mine = ++asked
    const shown = new Map(anew ? [] : columns.value.map((one) => [one.state, one.items.length]))
    try {
      const all = await Promise.all(states().map((state) => column(state, { limit: Math.min(MOST, Math.max(PER_COLUMN, shown.get(state) ?? 0)) })))
      if (mine !== asked) return
      columns.value = all
      keepMoved()
      loaded.value = true
      failed.value = undefined
    } catch (error) {
      if (mine === asked && !loaded.value) failed.value = error
    }
  }
  async function more(state: string): Promise<void> {
    try {
      const page = await column(state, { cursor: columns.value.find((one) => one.state === state)?.next })
      columns.value = columns.value.map((one) => (one.state === state ? { ...page, items: [...one.items, ...page.items.filter((lead) => !one.items.some((known) => known.id === lead.id))] } : one))
    } catch (problem) {
      complain(problem)
    }
  }
  function find(id: string): Lead | undefined {
    return columns.value.flatMap((one) => one.items).find((lead) => lead.id === id)
  }
  function place(lead: Lead): void {
    columns.value = columns.value.map((one) => {
      const had = one.items.some((each) => each.id === lead.id)
      const items = one.items.filter((each) => each.id !== lead.id)
      const here = one.state === lead.state
      return { ...one, items: here ? [lead, ...items] : items, count: one.count + (here ? 1 : 0) - (had ? 1 : 0) }
    })
  }

  function keepMoved(): void {
    for (const [id, kept] of moved) {
      const listed = find(id)
      if (!onTheWay.has(id) && listed && listed.version >= kept.version) moved.delete(id)
      else if (listed) place(kept)
    }
  }

  async function transit(lead: Lead, move: object, key?: string): Promise<void> {
    await api.post(`/api/leads/${lead.id}/transitions`, move, key)
    const now = (await api.get<Lead>(`/api/leads/${lead.id}`)).data
    moved.set(lead.id, now)
    place(now)
  }
  /** True if it went; what the gate asks for is asked in a sheet. */
  async function tryMove(lead: Lead, to: string): Promise<boolean> {
    if (lead.state === to) return true
    moved.set(lead.id, { ...lead, state: to })
    onTheWay.add(lead.id)
    place({ ...lead, state: to })
    try {
      await transit(lead, { to })
      return true
    } catch (problem) {
      moved.delete(lead.id)
      place(lead)
      if (problem instanceof Problem && (problem.is('gate-not-met') || problem.errors.length)) refusal.value = { lead, to, unmet: problem.unmet }
      else complain(problem)
      return false
    } finally {
      onTheWay.delete(lead.id)
    }
  }

  const reread = useDebounceFn(() => read(), 900, { maxWait: 5000 })
  useLive({
    event: (event) => {
      if (event.type.startsWith('lead.')) void reread()
    },
    resync: () => void reread(),
  })
  watch(query, (now, before) => JSON.stringify(now) !== JSON.stringify(before) && void read(true))
  void read()

  return { columns, loaded, failed, refusal, read, more, find, transit, tryMove }
}
