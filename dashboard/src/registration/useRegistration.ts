import { ref, watch, type Ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import type { CreditShare, Registration } from '@/api/leadCare'
import { isAbsent, Problem } from '@/api/problem'
import type { Unmet } from '@/api/types'

export interface Arbitration {
  decision: 'KEEP' | 'TRANSFER' | 'SPLIT'
  reason: string
  toZone?: string
  credit?: CreditShare[]
}

export const registrationCalls = {
  renew: (id: string) => api.post(`/api/registrations/${id}/renewals`, {}),
  dispute: (id: string, reason: string) => api.post(`/api/registrations/${id}/disputes`, { reason }),
  arbitrate: (id: string, decision: Arbitration) => api.post(`/api/registrations/${id}/arbitrations`, decision),
  transfer: (lead: string, toZone: string, reason: string) => api.post<{ id?: string; leadId?: string }>(`/api/leads/${lead}/transfers`, { toZone, reason }),
}

/** The first-contact registration of one lead: taken, missing something, or another zone's. */
export function useRegistration(id: Ref<string>, version: Ref<number>) {
  const registration = ref<Registration>()
  const read = ref(false)
  const failed = ref<unknown>()
  const order = inOrder()
  const unmet = ref<Unmet[]>([])
  const firstBy = ref<{ zone: string; on: string }>()

  async function load(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const data = (await api.get<Registration>(`/api/leads/${asked}/registration`)).data
      if (asked === id.value && turn.take()) registration.value = data
    } catch (error) {
      if (asked !== id.value || !turn.take()) return
      registration.value = undefined
      if (!isAbsent(error)) failed.value = error
    }
    if (asked === id.value) read.value = true
  }

  /** Whether it was taken; what stands in the way is shown on the card, not in a passing message. */
  async function take(otherProject = false): Promise<boolean> {
    unmet.value = []
    firstBy.value = undefined
    try {
      registration.value = (await api.post<Registration>(`/api/leads/${id.value}/registration`, otherProject ? { otherProject } : {})).data
      await load()
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.is('registered-first')) {
        firstBy.value = { zone: error.body.zone ?? '', on: error.body.on ?? '' }
        await load()
      } else if (error.unmet.length) unmet.value = error.unmet
      else if (error.errors.length) unmet.value = error.errors.map((one) => ({ requirement: one.field, field: one.field, message: one.message }))
      else throw error
      return false
    }
  }

  watch(id, () => {
    registration.value = undefined
    read.value = false
    unmet.value = []
    firstBy.value = undefined
  })
  watch([id, version], load, { immediate: true })
  return { registration, read, failed, unmet, firstBy, load, take }
}
