import { api } from '@/api/client'
import { useList } from '@/ledger/useList'
import { sourceBody } from './snippet'
import type { IntakeSource, NewSource } from './types'

/** The intake sources an administrator keeps. */
export function useIntakeSources() {
  const list = useList<IntakeSource>('/api/intake-sources')
  const put = (one: IntakeSource) => (list.items.value = list.items.value.map((each) => (each.id === one.id ? one : each)))

  /** The answer carries the key, once. */
  async function create(form: NewSource): Promise<IntakeSource> {
    const one = (await api.post<IntakeSource>('/api/intake-sources', sourceBody(form))).data
    list.items.value = [one, ...list.items.value]
    return one
  }
  async function rotate(id: string): Promise<IntakeSource> {
    const one = (await api.post<IntakeSource>(`/api/intake-sources/${id}/rotations`, {})).data
    await list.read()
    return one
  }
  async function revoke(id: string): Promise<void> {
    put((await api.post<IntakeSource>(`/api/intake-sources/${id}/revocation`, {})).data)
    await list.read()
  }

  return { ...list, create, rotate, revoke }
}
