import { watchDebounced } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { api } from '@/api/client'
import type { Candidate, Candidates, ForeignClaim } from '@/api/leadCare'
import { Problem } from '@/api/problem'
import { fingerprint, type Recognisable } from './reasons'

/** Asks who else has this investor while the lead is still being written. It never blocks: an answer that fails is only said. */
export function useDuplicateCheck(facts: Ref<Recognisable>, body: () => unknown) {
  const candidates = ref<(Candidate | ForeignClaim)[]>([])
  const checked = ref(false)
  const checking = ref(false)
  const failed = ref<'many' | 'other'>()
  let last = ''
  let asked: AbortController | undefined

  async function check(): Promise<void> {
    const now = fingerprint(facts.value)
    if (now === last) return
    last = now
    asked?.abort()
    failed.value = undefined
    if (!now) {
      candidates.value = []
      checked.value = false
      checking.value = false
      return
    }
    const abort = new AbortController()
    asked = abort
    checking.value = true
    try {
      candidates.value = (await api.post<Candidates>('/api/leads/duplicate-checks', body(), undefined, abort.signal)).data.candidates
      checked.value = true
    } catch (error) {
      if (abort.signal.aborted) return
      candidates.value = []
      checked.value = false
      failed.value = error instanceof Problem && error.status === 429 ? 'many' : 'other'
    } finally {
      if (asked === abort) checking.value = false
    }
  }

  watchDebounced(() => fingerprint(facts.value), check, { debounce: 600, immediate: true })
  return { candidates, checked, checking, failed }
}
