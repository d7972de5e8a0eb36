import { computed, ref, watch, type Ref } from 'vue'
import { api, newKey } from '@/api/client'
import { inOrder } from '@/api/order'
import { isAbsent, Problem } from '@/api/problem'
import type { Amount, FollowUp, HistoryEntry, Lead, NewFollowUp, NextStep, Page } from '@/api/types'
import { useLive } from '@/stream/useLive'
import { disputes } from './conflict'
import { isBackward, ROAD } from './states'

export type Patch = Record<string, unknown>
export interface Conflict {
  patch: Patch
  base: Lead
  current: Lead
}
export interface Transition {
  to: string
  reason?: string
  note?: string
  contract?: { number: string; on: string; amount: Amount }
  revisitOn?: string
  lostTo?: string
}

/** The step ahead on the road: what the checklist is about. */
export function forwardStep(lead: Lead): NextStep | undefined {
  const steps = (lead.next ?? []).filter((step) => (ROAD as readonly string[]).includes(step.to) && !isBackward(lead.state, step.to))
  return steps.sort((a, b) => (ROAD as readonly string[]).indexOf(a.to) - (ROAD as readonly string[]).indexOf(b.to))[0]
}

export function useLead(id: Ref<string>) {
  const lead = ref<Lead>()
  const history = ref<HistoryEntry[]>([])
  const historyNext = ref<number | string>()
  const followUps = ref<FollowUp[]>([])
  const failed = ref<unknown>()
  const conflict = ref<Conflict>()
  /** Moves when somebody else changed the lead, for a soft mark. */
  const movedBy = ref(0)
  const order = inOrder()
  const told = inOrder()

  async function read(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const now = (await api.get<Lead>(`/api/leads/${asked}`)).data
      // What was saved meanwhile is newer.
      if (asked !== id.value || !turn.take() || now.version < (lead.value?.version ?? 0)) return
      lead.value = now
    } catch (error) {
      if (asked !== id.value || !turn.take()) return
      failed.value = error
      if (isAbsent(error)) lead.value = undefined
      return
    }
    await readTimeline()
  }

  async function readTimeline(): Promise<void> {
    const asked = id.value
    const turn = told()
    const [past, talks] = await Promise.all([
      api.get<Page<HistoryEntry>>(`/api/leads/${asked}/history`, { limit: 50 }).catch(() => undefined),
      api.get<Page<FollowUp>>(`/api/leads/${asked}/follow-ups`, { limit: 100 }).catch(() => undefined),
    ])
    if (asked !== id.value || !turn.take()) return
    if (past) {
      history.value = itemsOf(past.data)
      historyNext.value = past.data.next
    }
    if (talks) followUps.value = itemsOf(talks.data)
  }

  async function readOlder(): Promise<void> {
    const page = (await api.get<Page<HistoryEntry>>(`/api/leads/${id.value}/history`, { limit: 50, cursor: historyNext.value })).data
    history.value = [...history.value, ...itemsOf(page)]
    historyNext.value = page.next
  }

  /**
   * Saves facts onto the version in which they were edited. A 412 keeps what was typed: where both sides changed the same field,
   * both versions are shown; where not, the change is made on top of the other's.
   */
  async function save(patch: Patch, base: Lead | undefined = lead.value): Promise<boolean> {
    if (!base) return false
    try {
      const saved = (await api.patch<Lead>(`/api/leads/${base.id}`, patch, base.version)).data
      // Who has gone on to another lead goes on seeing that one.
      if (saved.id !== id.value) return true
      if (saved.version >= (lead.value?.version ?? 0)) lead.value = saved
      conflict.value = undefined
      void readTimeline()
      return true
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error
      const current = (error.body.current as Lead | undefined) ?? (await api.get<Lead>(`/api/leads/${base.id}`)).data
      if (!disputes(patch, base, current)) return save(patch, current)
      if (current.id === id.value) conflict.value = { patch, base, current }
      return false
    }
  }

  function takeTheirs(): void {
    if (conflict.value) lead.value = conflict.value.current
    conflict.value = undefined
    void readTimeline()
  }

  async function followUp(entry: NewFollowUp, key = newKey()): Promise<void> {
    await api.post(`/api/leads/${id.value}/follow-ups`, entry, key)
    await read()
  }

  async function assess(verdict: string, note: string): Promise<void> {
    await api.put(`/api/leads/${id.value}/assessment`, note ? { verdict, note } : { verdict })
    await read()
  }

  async function transit(move: Transition, key: string): Promise<void> {
    const answer = await api.post<Lead>(`/api/leads/${id.value}/transitions`, move, key)
    if (answer.data?.id === id.value) lead.value = answer.data
    await read()
  }

  useLive({
    event: (event) => {
      if (event.subject !== id.value || Number(event.sequence ?? 0) <= (lead.value?.version ?? 0)) return
      if (lead.value) movedBy.value++
      void read()
    },
    resync: () => void read(),
  })
  watch(
    id,
    () => {
      lead.value = undefined
      void read()
    },
    { immediate: true },
  )

  const step = computed(() => (lead.value ? forwardStep(lead.value) : undefined))
  return { lead, history, historyNext, followUps, failed, conflict, movedBy, step, read, readOlder, save, takeTheirs, followUp, assess, transit }
}

/** A list may come as a page or bare. */
function itemsOf<T>(data: Page<T> | T[]): T[] {
  return Array.isArray(data) ? data : data.items
}
