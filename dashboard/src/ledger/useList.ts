import { ref, shallowRef } from 'vue'
import { api } from '@/api/client'
import type { Page } from '@/api/types'

const PAGE = 50

/** A list that is read page by page. */
export function useList<T>(path: string) {
  const items = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(false)
  const loaded = ref(false)
  const failed = ref<unknown>()

  async function read(more = false): Promise<void> {
    loading.value = true
    failed.value = undefined
    try {
      const page = (await api.get<Page<T>>(path, { limit: PAGE, cursor: more ? next.value : undefined })).data
      items.value = more ? [...items.value, ...page.items] : page.items
      next.value = page.next
      loaded.value = true
    } catch (error) {
      failed.value = error
    } finally {
      loading.value = false
    }
  }
  void read()

  return { items, next, loading, loaded, failed, read }
}
