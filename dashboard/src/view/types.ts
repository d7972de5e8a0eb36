/** Saved views as api.md tells them. */
export type Look = 'table' | 'cards' | 'calendar'
export const LOOKS: readonly Look[] = ['table', 'cards', 'calendar']

export interface SavedView {
  id: string
  name: string
  of: string
  filter: Record<string, string[]>
  sort?: string
  columns: string[]
  as: Look
  shared: boolean
  zone?: string
  by: string
  own: boolean
  updatedAt: string
}
