import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Page } from '@/api/types'
import type { LedgerImport } from '@/ledger/types'
import { useSession } from '@/session/useSession'
import { hub } from '@/stream/hub'
import { i18n } from '@/i18n'
import type { BulkJob } from '@/bulk/types'
import { BULK, isWorking, jobOf, jobOfBulk, resumed, withFrame, withJob, type Job, type JobFrame } from './jobs'

/** How long after the last word about a job the service is asked: the stream may be cut. */
const SILENCE = 2_000

/** Long work of this person, in this and every other tab, also after a reload. */
export const useJobs = defineStore('jobs', () => {
  const session = useSession()
  const jobs = useLocalStorage<Job[]>(`lodestone.jobs.${session.me?.id ?? ''}`, [])
  const working = computed(() => jobs.value.filter((job) => isWorking(job.state)))
  const heardAt = new Map<string, number>()
  let timer: ReturnType<typeof setInterval> | undefined
  let following = false

  function put(one: LedgerImport): void {
    heardAt.set(one.id, Date.now())
    jobs.value = withJob(jobs.value, jobOf(one))
  }
  function putBulk(one: BulkJob): void {
    heardAt.set(one.id, Date.now())
    const action = i18n.global.t(`bulk.action.${one.action}`)
    jobs.value = withJob(jobs.value, jobOfBulk(one, i18n.global.t('bulk.job', { action, n: one.total.toLocaleString() })))
  }
  async function undoBulk(id: string): Promise<BulkJob> {
    const one = (await api.post<BulkJob>(`/api/leads/bulk/${id}/undo`, {})).data
    putBulk(one)
    return one
  }
  function away(id: string): void {
    jobs.value = jobs.value.filter((job) => job.id !== id)
  }

  async function ask(id: string, kind?: string): Promise<void> {
    heardAt.set(id, Date.now())
    try {
      if (kind === BULK) putBulk((await api.get<BulkJob>(`/api/leads/bulk/${id}`, { limit: 1 })).data)
      else put((await api.get<LedgerImport>(`/api/leads/imports/${id}`)).data)
    } catch (error) {
      if (error instanceof Problem && (error.absent || error.status === 403)) away(id)
    }
  }

  function heard(frame: JobFrame): void {
    const moved = withFrame(jobs.value, frame)
    if (!moved || (frame.state !== undefined && !isWorking(frame.state))) {
      // What it came to is read, not guessed.
      void ask(frame.id, frame.kind ?? jobs.value.find((job) => job.id === frame.id)?.kind)
      return
    }
    heardAt.set(frame.id, Date.now())
    jobs.value = moved
  }

  function poll(): void {
    for (const job of working.value) if (Date.now() - (heardAt.get(job.id) ?? 0) >= SILENCE) void ask(job.id, job.kind)
  }

  function follow(): void {
    if (following || !session.canImport) return
    following = true
    hub.listen({ job: heard, resync: () => working.value.forEach((job) => void ask(job.id, job.kind)) })
    hub.start()
    watch(
      () => working.value.length > 0,
      (busy) => {
        clearInterval(timer)
        if (busy) timer = setInterval(poll, 1_000)
      },
      { immediate: true },
    )
    void api
      .get<Page<LedgerImport>>('/api/leads/imports', { limit: 20 })
      .then(({ data }) => (jobs.value = resumed(jobs.value, data.items)))
      .catch(() => poll())
  }

  return { jobs, working, put, putBulk, undoBulk, away, follow }
})
