import { reactive } from 'vue'
import { api } from '@/api/client'
import type { Lead } from '@/api/types'

/** Leads that other answers name only by id, each read once. */
export function useLeadNames() {
  const known = reactive<Record<string, Lead>>({})
  const asked = new Set<string>()

  async function learn(ids: readonly (string | undefined)[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id): id is string => !!id && !asked.has(id))
    missing.forEach((id) => asked.add(id))
    await Promise.all(
      missing.map(async (id) => {
        try {
          known[id] = (await api.get<Lead>(`/api/leads/${id}`)).data
        } catch {
          // A lead that may not be read keeps its number.
        }
      }),
    )
  }

  return { known, learn }
}
