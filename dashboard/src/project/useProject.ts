import { computed, ref, watch, type Ref } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import { isAbsent, Problem } from '@/api/problem'
import type { HistoryEntry, NextStep, Page, ProgressReport, Project } from '@/api/types'
import { disputes } from '@/lead/conflict'
import { useLive } from '@/stream/useLive'
import { move, patchProject, readProject, report as postReport, type Move } from './moves'
import { isBack } from './stages'
import type { Refusal } from './useBoard'

export interface ProjectConflict {
  patch: Record<string, unknown>
  base: Project
  current: Project
}

export function useProject(id: Ref<string>) {
  const project = ref<Project>()
  const history = ref<HistoryEntry[]>([])
  const historyNext = ref<string>()
  const reports = ref<ProgressReport[]>([])
  const failed = ref<unknown>()
  const conflict = ref<ProjectConflict>()
  const refusal = ref<Refusal>()
  const order = inOrder()

  async function read(): Promise<void> {
    const asked = id.value
    const turn = order()
    failed.value = undefined
    try {
      const now = await readProject(asked)
      // What was saved meanwhile is newer.
      if (asked !== id.value || !turn.take() || now.version < (project.value?.version ?? 0)) return
      project.value = now
    } catch (error) {
      if (asked !== id.value || !turn.take()) return
      failed.value = error
      if (isAbsent(error)) project.value = undefined
      return
    }
    await readAround()
  }

  async function readAround(): Promise<void> {
    const asked = id.value
    const [past, monthly] = await Promise.all([
      api.get<Page<HistoryEntry>>(`/api/projects/${asked}/history`, { limit: 50 }).catch(() => undefined),
      api.get<Page<ProgressReport>>(`/api/projects/${asked}/progress-reports`).catch(() => undefined),
    ])
    if (asked !== id.value) return
    if (past) {
      history.value = past.data.items
      historyNext.value = past.data.next
    }
    if (monthly) reports.value = monthly.data.items
  }

  async function readOlder(): Promise<void> {
    const page = (await api.get<Page<HistoryEntry>>(`/api/projects/${id.value}/history`, { limit: 50, cursor: historyNext.value })).data
    history.value = [...history.value, ...page.items]
    historyNext.value = page.next
  }

  /** As with a lead: only fields that both sides changed are a conflict. */
  async function save(patch: Record<string, unknown>, base: Project | undefined = project.value): Promise<boolean> {
    if (!base) return false
    try {
      project.value = await patchProject(base, patch)
      conflict.value = undefined
      void read()
      return true
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error
      const current = (error.body.current as Project | undefined) ?? (await readProject(id.value))
      if (!disputes(patch, base, current)) return save(patch, current)
      conflict.value = { patch, base, current }
      return false
    }
  }

  function takeTheirs(): void {
    if (conflict.value) project.value = conflict.value.current
    conflict.value = undefined
  }

  async function tryMove(of: Project, to: string, more: Omit<Move, 'to'> = {}): Promise<boolean> {
    try {
      project.value = await move(of.id, { to, ...more })
      refusal.value = undefined
      void readAround()
      return true
    } catch (problem) {
      if (problem instanceof Problem && (problem.is('gate-not-met') || problem.errors.some((error) => error.field === 'reason'))) {
        const unmet = problem.unmet.length ? problem.unmet : problem.errors.map((error) => ({ requirement: error.field, field: error.field, message: error.message }))
        refusal.value = { project: await readProject(of.id), to, unmet }
        return false
      }
      throw problem
    }
  }

  async function report(entry: ProgressReport): Promise<void> {
    await postReport(id.value, entry)
    await read()
  }

  async function changeStatus(body: { to: string; reason: string; approver: string; on: string }): Promise<void> {
    await api.post(`/api/projects/${id.value}/status`, body)
    await read()
  }

  useLive({
    event: (event) => {
      if (event.subject === id.value && Number(event.sequence ?? 0) > (project.value?.version ?? 0)) void read()
    },
    resync: () => void read(),
  })
  watch(
    id,
    () => {
      project.value = undefined
      void read()
    },
    { immediate: true },
  )

  const step = computed((): NextStep | undefined => project.value?.next?.find((next) => project.value && !isBack(project.value.stage, next.to)))
  return { project, history, historyNext, reports, failed, conflict, refusal, step, read, readOlder, save, takeTheirs, tryMove, report, changeStatus }
}
