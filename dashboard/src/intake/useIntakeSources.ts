import { api } from '@/api/client'
import { useList } from '@/ledger/useList'
import { sourceBody } from './snippet'
import type { IntakeSource, NewSource } from './types'

/** The list never holds a key: it is shown once and then gone. */
function withoutKey(one: IntakeSource): IntakeSource {
  const kept = { ...one }
  delete kept.key
  return kept
}

/** The intake sources an administrator keeps. */
export function useIntakeSources() {
  const list = useList<IntakeSource>('/api/intake-sources')
  const put = (one: IntakeSource) => (list.items.value = list.items.value.map((each) => (each.id === one.id ? one : each)))

  /** The answer carries the key, once. */
  async function create(form: NewSource): Promise<IntakeSource> {
    const one = (await api.post<IntakeSource>('/api/intake-sources', sourceBody(form))).data
    list.items.value = [withoutKey(one), ...list.items.value]
    return one
  }
  /** @param revokeOld the old key ends at once; else it is accepted for another day */
  async function rotate(id: string, revokeOld: boolean): Promise<IntakeSource> {
    const one = (await api.post<IntakeSource>(`/api/intake-sources/${id}/rotations`, { revokeOld })).data
    put(withoutKey(one))
    return one
  }
  async function revoke(id: string): Promise<void> {
    put((await api.post<IntakeSource>(`/api/intake-sources/${id}/revocation`, {})).data)
  }

  return { ...list, create, rotate, revoke }
}
