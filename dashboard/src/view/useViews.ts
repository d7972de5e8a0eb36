import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import type { Kept } from './address'
import type { SavedView } from './types'

export interface Naming {
  name: string
  shared: boolean
  zone?: string
}

/** Views of leads that this person sees: their own, and those shared in their zones. */
export const useViews = defineStore('views', () => {
  const views = ref<SavedView[]>([])
  const order = inOrder()

  async function read(): Promise<void> {
    const turn = order()
    const { items } = (await api.get<{ items: SavedView[] }>('/api/views', { of: 'leads' })).data
    if (turn.take()) views.value = items
    else await read()
  }
  /** A list on its way does not know of it. */
  function changed(): void {
    order().take()
  }
  function put(view: SavedView): void {
    changed()
    views.value = [...views.value.filter((one) => one.id !== view.id), view].sort((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name))
  }
  async function save(naming: Naming, kept: Kept): Promise<SavedView> {
    const view = (await api.post<SavedView>('/api/views', { of: 'leads', ...naming, ...kept })).data
    put(view)
    return view
  }
  async function replace(view: SavedView, naming: Naming, kept: Kept): Promise<SavedView> {
    const next = (await api.put<SavedView>(`/api/views/${view.id}`, { of: 'leads', ...naming, ...kept })).data
    put(next)
    return next
  }
  async function remove(view: SavedView): Promise<void> {
    await api.delete(`/api/views/${view.id}`)
    changed()
    views.value = views.value.filter((one) => one.id !== view.id)
  }
  async function restore(view: SavedView): Promise<void> {
    put((await api.post<SavedView>(`/api/views/${view.id}/restorations`, {})).data)
  }

  return { views, read, save, replace, remove, restore }
})
