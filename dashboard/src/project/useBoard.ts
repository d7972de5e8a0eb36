import { useDebounceFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import { isAbsent, Problem } from '@/api/problem'
import type { Board, BoardColumn, Page, Project, StreamEvent, Unmet } from '@/api/types'
import { useSession } from '@/session/useSession'
import { useLive } from '@/stream/useLive'
import { sumOf } from '@/ui/format'
import { complain } from '@/ui/notice'
import { move, readProject } from './moves'

const PER_COLUMN = 20
const MOST = 200

export interface Refusal {
  project: Project
  to: string
  unmet: Unmet[]
}

/** The board: columns by stage. A card moves at once and goes back if the service refuses. */
export function useBoard() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const columns = ref<BoardColumn[]>([])
  const loaded = ref(false)
  const failed = ref<unknown>()
  const readAt = ref(new Date())
  const refusal = ref<Refusal>()
  const fresh = ref(new Set<string>())
  /** Under the cursor or being moved: others' changes to it wait. */
  const busy = ref(new Set<string>())
  const order = inOrder()

  const q = computed(() => (typeof route.query['q'] === 'string' ? route.query['q'] : ''))
  const filter = computed(() => ({ q: q.value, zone: session.zone }))
  const count = computed(() => columns.value.reduce((sum, column) => sum + column.count, 0))
  const sum = computed(() => sumOf(columns.value.map((column) => column.sum)))

  /** @param anew from the beginning; else a column that was read page by page stays as long as it was */
  async function read(anew = false): Promise<void> {
    const turn = order()
    const shown = new Map(anew ? [] : columns.value.map((column) => [column.stage, column.items.length]))
    try {
      const board = (await api.get<Board>('/api/projects', { ...filter.value, view: 'board', perColumn: PER_COLUMN })).data
      const long = await Promise.all(board.columns.map((column) => asLong(column, shown.get(column.stage) ?? 0)))
      if (!turn.take()) return
      columns.value = long
      failed.value = undefined
      loaded.value = true
      readAt.value = new Date()
    } catch (error) {
      if (loaded.value || !turn.take()) return
      failed.value = error
    }
  }
  const reread = useDebounceFn(() => read(), 700, { maxWait: 5000 })

  async function page(stage: string, part: { limit: number; cursor?: string | undefined }): Promise<Page<Project>> {
    return (await api.get<Page<Project>>('/api/projects', { ...filter.value, stage, ...part })).data
  }
  async function asLong(column: BoardColumn, shown: number): Promise<BoardColumn> {
    if (!column.next || column.items.length >= shown) return column
    const longer = await page(column.stage, { limit: Math.min(MOST, shown) })
    return { stage: column.stage, count: column.count, ...(column.sum && { sum: column.sum }), items: longer.items, ...(longer.next && { next: longer.next }) }
  }
  async function more(stage: string): Promise<void> {
    const cursor = columns.value.find((column) => column.stage === stage)?.next
    try {
      const following = await page(stage, { limit: 50, cursor })
      const column = columns.value.find((each) => each.stage === stage)
      if (!column) return
      const known = new Set(column.items.map((project) => project.id))
      column.items = [...column.items, ...following.items.filter((project) => !known.has(project.id))]
      if (following.next) column.next = following.next
      else delete column.next
    } catch (problem) {
      complain(problem)
    }
  }

  function find(id: string): Project | undefined {
    for (const column of columns.value) {
      const found = column.items.find((project) => project.id === id)
      if (found) return found
    }
    return undefined
  }

  /** Puts the card where its stage says, with counts; sums are read again. */
  function place(project: Project): void {
    for (const column of columns.value) {
      const at = column.items.findIndex((each) => each.id === project.id)
      if (at < 0) continue
      if (column.stage === project.stage) {
        column.items[at] = project
        return
      }
      column.items.splice(at, 1)
      column.count--
    }
    const target = columns.value.find((column) => column.stage === project.stage)
    if (!target) return
    target.items.unshift(project)
    target.count++
  }

  function remove(id: string): void {
    for (const column of columns.value) {
      const left = column.items.filter((project) => project.id !== id)
      column.count -= column.items.length - left.length
      column.items = left
    }
  }

  /** True if it went; a refusal opens the sheet with everything that is missing. */
  async function tryMove(project: Project, to: string, more: { reason?: string; evidence?: { kind: string; title: string; on: string }[]; on?: string } = {}): Promise<boolean> {
    const before = find(project.id) ?? project
    if (before.stage === to) return true
    busy.value = new Set(busy.value).add(project.id)
    place({ ...before, stage: to })
    try {
      place(await move(project.id, { to, ...more }))
      // A board that was asked for before would put the card back.
      order().take()
      refusal.value = undefined
      void reread()
      return true
    } catch (problem) {
      place(before)
      if (problem instanceof Problem && problem.is('gate-not-met')) {
        refusal.value = { project: await readProject(project.id).catch(() => before), to, unmet: problem.unmet }
      } else if (problem instanceof Problem && problem.errors.some((error) => error.field === 'reason')) {
        refusal.value = { project: before, to, unmet: problem.errors.map((error) => ({ requirement: error.field, field: error.field, message: error.message })) }
      } else {
        complain(problem)
      }
      return false
    } finally {
      busy.value = new Set([...busy.value].filter((id) => id !== project.id))
    }
  }

  async function heard(event: StreamEvent): Promise<void> {
    const known = find(event.subject)
    if (busy.value.has(event.subject) || (known && Number(event.sequence ?? 0) <= known.version)) return
    if (!known && q.value) return
    try {
      const project = await readProject(event.subject)
      if (session.zone && project.zone !== session.zone) return
      place(project)
      fresh.value = new Set(fresh.value).add(project.id)
      void reread()
    } catch (error) {
      if (isAbsent(error)) remove(event.subject)
      else void reread()
    }
  }

  useLive({
    event: (event) => {
      if (event.type.startsWith('project.')) void heard(event)
    },
    resync: () => void read(),
  })
  watch(filter, () => void read(true))
  void read()

  const search = (text: string) => void router.replace({ query: text ? { ...route.query, q: text } : {} })
  return { columns, loaded, failed, readAt, refusal, fresh, q, count, sum, read, more, find, tryMove, search }
}
