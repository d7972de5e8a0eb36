import { ref, watch, type Ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import type { Candidate, Candidates, ForeignClaim } from '@/api/leadCare'
import type { Page } from '@/api/types'

/** What may be the same as a stored lead, until somebody says that it is not. */
export function useDuplicates(id: Ref<string>, version: Ref<number>) {
  const candidates = ref<(Candidate | ForeignClaim)[]>()
  /** Seconds until other zones' claims are told again; 0 where they are. */
  const later = ref(0)
  const failed = ref<unknown>()
  const order = inOrder()

  async function read(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const data = (await api.get<Candidates & Partial<Page<Candidate>>>(`/api/leads/${asked}/duplicates`)).data
      if (asked === id.value && turn.take()) {
        candidates.value = data.candidates ?? data.items ?? []
        later.value = data.elsewhereAfter ?? 0
      }
    } catch (error) {
      if (asked === id.value && turn.take()) failed.value = error
    }
  }

  /** Remembered for both leads; it goes from the list at once. */
  async function dismiss(other: string): Promise<void> {
    const before = candidates.value
    candidates.value = before?.filter((one) => !('id' in one) || one.id !== other)
    try {
      await api.post(`/api/leads/${id.value}/non-duplicates`, { other })
      // A list that was asked for before does not know of it, and would bring it back.
      order().take()
      candidates.value = candidates.value?.filter((one) => !('id' in one) || one.id !== other)
    } catch (error) {
      candidates.value = before
      throw error
    }
  }

  async function restore(other: string): Promise<void> {
    await api.delete(`/api/leads/${id.value}/non-duplicates/${other}`)
    await read()
  }

  watch(id, () => (candidates.value = undefined))
  watch([id, version], read, { immediate: true })
  return { candidates, later, failed, read, dismiss, restore }
}
