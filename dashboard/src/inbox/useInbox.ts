import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import type { InboxItem, Page } from '@/api/types'
import { hub } from '@/stream/hub'
import { complain } from '@/ui/notice'

/** The person's alerts: one store, because the bell and the page show the same. */
export const useInbox = defineStore('inbox', () => {
  const unread = ref(0)
  const latest = ref<InboxItem[]>([])
  const items = ref<InboxItem[]>([])
  const next = ref<string>()
  const onlyUnread = ref(true)
  const q = ref('')
  const loading = ref(false)
  const loaded = ref(false)
  const failed = ref<unknown>()
  /** Moves when something arrives: the bell rings. */
  const rung = ref(0)
  const fresh = ref(new Set<string>())
  let following = false
  const order = inOrder()

  async function count(): Promise<void> {
    try {
      unread.value = (await api.get<{ unread: number }>('/api/inbox/counts')).data.unread
    } catch {
      // The bell without a number is still a bell; the page says what failed.
    }
  }

  async function readLatest(): Promise<void> {
    try {
      latest.value = (await api.get<Page<InboxItem>>('/api/inbox', { limit: 8 })).data.items
    } catch {
      latest.value = []
    }
  }

  async function read(more = false): Promise<void> {
    const turn = order()
    loading.value = true
    failed.value = undefined
    try {
      const page = (await api.get<Page<InboxItem>>('/api/inbox', { limit: 50, q: q.value, ...(onlyUnread.value && { unread: true }), cursor: more ? next.value : undefined })).data
      if (!turn.take()) return
      items.value = more ? [...items.value, ...page.items] : page.items
      next.value = page.next
      loaded.value = true
    } catch (error) {
      if (turn.take()) failed.value = error
    } finally {
      if (turn.last()) loading.value = false
    }
  }

  async function mark(item: InboxItem, isRead: boolean): Promise<void> {
    if (item.read === isRead) return
    const same = [...items.value, ...latest.value].filter((one) => one.id === item.id)
    same.forEach((one) => (one.read = isRead))
    item.read = isRead
    unread.value = Math.max(0, unread.value + (isRead ? -1 : 1))
    try {
      await api.patch(`/api/inbox/${item.id}`, { read: isRead })
    } catch (error) {
      same.forEach((one) => (one.read = !isRead))
      item.read = !isRead
      complain(error)
    }
    void count()
  }

  function arrive(item: InboxItem): void {
    if (!item.id || !item.title) {
      void count()
      if (loaded.value) void read()
      rung.value++
      return
    }
    const known = items.value.some((one) => one.id === item.id)
    if (loaded.value && !known && (!onlyUnread.value || !item.read)) items.value = [item, ...items.value]
    if (!known) fresh.value = new Set(fresh.value).add(item.id)
    // The answer on its way may be older.
    if (loading.value) void read()
    latest.value = [item, ...latest.value.filter((one) => one.id !== item.id)].slice(0, 8)
    if (!item.read) rung.value++
    void count()
  }

  function follow(): void {
    if (following) return
    following = true
    hub.listen({
      inboxItem: arrive,
      inboxCounts: (counts) => (unread.value = counts.unread),
      resync: () => {
        void count()
        if (loaded.value || loading.value) void read()
      },
    })
    hub.start()
    void count()
  }

  return { unread, latest, items, next, onlyUnread, q, loading, loaded, failed, rung, fresh, count, readLatest, read, mark, follow }
})
