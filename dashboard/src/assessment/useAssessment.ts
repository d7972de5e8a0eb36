import { ref, watch, type Ref } from 'vue'
import { api } from '@/api/client'
import type { Score } from '@/api/leadCare'
import { inOrder } from '@/api/order'
import { isAbsent } from '@/api/problem'

/** What the zone's rules make of a lead; read again whenever the lead has changed. */
export function useAssessment(id: Ref<string>, version: Ref<number>) {
  const score = ref<Score>()
  const failed = ref<unknown>()
  const none = ref(false)
  const order = inOrder()

  async function read(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const data = (await api.get<Score>(`/api/leads/${asked}/assessment`)).data
      if (asked !== id.value || !turn.take()) return
      score.value = data
      none.value = false
    } catch (error) {
      if (asked !== id.value || !turn.take()) return
      none.value = isAbsent(error)
      if (!none.value) failed.value = error
    }
  }

  watch(id, () => (score.value = undefined))
  watch([id, version], read, { immediate: true })
  return { score, none, failed, read }
}
