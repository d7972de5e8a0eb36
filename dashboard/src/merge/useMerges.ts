import { ref, watch, type Ref } from 'vue'
import { api, newKey } from '@/api/client'
import type { Merge } from '@/api/leadCare'
import type { Page } from '@/api/types'
import { hasFailed, isMerged, isUndone } from './choices'

const LOOKS = 60
const PAUSE = 500

/** A merge runs as a process of its own: it is looked at until it has ended. */
async function ended(path: string, merge: Merge, over: (state: string) => boolean): Promise<Merge> {
  let now = merge
  for (let look = 0; look < LOOKS && !over(now.state) && !hasFailed(now.state); look++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    now = (await api.get<Merge>(path)).data
  }
  return now
}

export async function mergeLeads(target: string, from: string, fields: Record<string, 'from' | 'into'>, key = newKey()): Promise<Merge> {
  const merge = (await api.post<Merge>(`/api/leads/${target}/merges`, { from, fields }, key)).data
  return ended(`/api/leads/${target}/merges/${merge.id}`, merge, isMerged)
}

export async function undoMerge(target: string, id: string): Promise<Merge | undefined> {
  const path = `/api/leads/${target}/merges/${id}`
  const answer = (await api.delete<Merge | undefined>(path)).data
  const merge = answer ?? (await api.get<Merge>(path)).data
  return ended(path, merge, isUndone)
}

/** The merges into a lead, newest first; for one that was merged away, those of the lead that continues it. */
export function useMerges(id: Ref<string>, version: Ref<number>) {
  const merges = ref<Merge[]>([])

  async function read(): Promise<void> {
    const asked = id.value
    try {
      const data = (await api.get<Page<Merge>>(`/api/leads/${asked}/merges`)).data
      if (asked === id.value) merges.value = data.items
    } catch {
      // A page without the notice is still the lead's page.
      if (asked === id.value) merges.value = []
    }
  }

  watch([id, version], read, { immediate: true })
  return { merges, read }
}
