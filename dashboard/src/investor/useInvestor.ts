import { useDebounceFn } from '@vueuse/core'
import { ref, watch, type Ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import { isAbsent } from '@/api/problem'
import { useLive } from '@/stream/useLive'
import type { Dossier } from './types'

/** One company; read again when something of it changed, a little later: an index and a projection follow what was written. */
export function useInvestor(id: Ref<string>) {
  const investor = ref<Dossier>()
  const failed = ref<unknown>()
  const order = inOrder()

  async function read(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const { data } = await api.get<Dossier>(`/api/investors/${encodeURIComponent(asked)}`)
      if (asked === id.value && turn.take()) investor.value = data
    } catch (error) {
      if (asked !== id.value || !turn.take()) return
      failed.value = error
      // Known by a link alone, and that is gone.
      if (isAbsent(error)) investor.value = undefined
    }
  }

  const soon = useDebounceFn(read, 800)
  useLive({
    event: (event) => {
      // Before the first answer nobody knows which leads are its own.
      const known = !investor.value || investor.value.leads.some((lead) => lead.id === event.subject || lead.projectId === event.subject)
      if (known) void soon()
    },
    resync: () => void read(),
  })
  watch(
    id,
    () => {
      investor.value = undefined
      void read()
    },
    { immediate: true },
  )

  return { investor, failed, read }
}
