import { useDebounceFn, useIntervalFn } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { api, newKey } from '@/api/client'
import { inOrder } from '@/api/order'
import type { FollowUp, Lead, NewFollowUp } from '@/api/types'
import { i18n } from '@/i18n'
import { useLive } from '@/stream/useLive'
import { setClock } from '@/ui/clock'
import { tell, tellWithUndo } from '@/ui/notice'

const t = i18n.global.t

/** In the order of urgency. */
export const GROUPS = ['overdue', 'unanswered', 'today', 'week', 'waiting'] as const
export type Group = (typeof GROUPS)[number]
type Groups = Record<Group, Lead[]>

export interface Day extends Groups {
  cutOff: string
  totals: Record<Group, number>
}

/** What falls due does so without anybody writing anything: so it is asked for again. */
const EVERY = 30_000

export function useMyDay() {
  const day = shallowRef<Day>()
  const failed = ref<unknown>()
  const fresh = ref(new Set<string>())
  const order = inOrder()

  async function read(): Promise<void> {
    const turn = order()
    try {
      const now = (await api.get<Day>('/api/my-day')).data
      if (!turn.take()) return
      setClock(now.cutOff)
      const known = new Map(day.value ? rows(day.value).map((lead) => [lead.id, lead.version]) : [])
      fresh.value = new Set(day.value ? rows(now).filter((lead) => known.get(lead.id) !== lead.version).map((lead) => lead.id) : [])
      day.value = now
      failed.value = undefined
    } catch (error) {
      if (turn.take()) failed.value = error
    }
  }

  /** Logs it at once; within ten seconds it can be taken back, the next step with it. */
  async function followUp(lead: Lead, entry: NewFollowUp, key = newKey()): Promise<void> {
    const logged = (await api.post<FollowUp>(`/api/leads/${lead.id}/follow-ups`, entry, key)).data
    tellWithUndo(t('lead.logged'), async () => {
      await api.delete(`/api/leads/${lead.id}/follow-ups/${logged.id}`)
      if (entry.nextAction) {
        const now = (await api.get<Lead>(`/api/leads/${lead.id}`)).data
        await api.patch(`/api/leads/${lead.id}`, { nextAction: lead.nextAction ?? null }, now.version)
      }
      tell(t('day.undone'))
      await read()
    })
    await read()
  }

  const again = useDebounceFn(read, 600, { maxWait: 4000 })
  useLive({
    event: (event) => {
      if (event.type.startsWith('lead.')) void again()
    },
    resync: () => void read(),
  })
  useIntervalFn(() => void read(), EVERY)
  void read()

  const groups = computed(() => GROUPS.map((name) => ({ name, leads: day.value?.[name] ?? [], total: day.value?.totals[name] ?? 0 })).filter((group) => group.leads.length))
  const all = computed(() => (day.value ? rows(day.value) : []))
  return { day, groups, all, failed, fresh, read, followUp }
}

function rows(day: Day): Lead[] {
  return GROUPS.flatMap((name) => day[name])
}
