import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, type Query } from '@/api/client'
import { useJobs } from '@/job/useJobs'
import { complain, tellWithUndo } from '@/ui/notice'
import type { BulkAction, BulkJob, BulkWith } from './types'

/** The list's query as the service takes it in a body: without pages, without what is not set. */
export function filterOf(query: Query): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => !['cursor', 'limit', 'facets'].includes(name) && value !== undefined && value !== '' && (!Array.isArray(value) || value.length)))
}

/** Does something to many leads: few are waited for, more go to the tray; each time there are ten seconds to take it back. */
export function useBulk(changed: () => void) {
  const { t } = useI18n()
  const jobs = useJobs()
  const busy = ref(false)
  /** With rows that were refused, or kept: shown one by one. */
  const troubled = ref<BulkJob>()

  async function run(rows: { ids: string[] } | { filter: Record<string, unknown> }, action: BulkAction, withWhat: BulkWith): Promise<boolean> {
    busy.value = true
    try {
      const job = (await api.post<BulkJob>('/api/leads/bulk', { ...rows, action, with: withWhat })).data
      jobs.putBulk(job)
      if (job.state === 'DONE') done(job)
      return true
    } catch (error) {
      complain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function done(job: BulkJob): void {
    changed()
    const ok = job.total - job.failed
    if (job.failed) troubled.value = job
    if (ok) tellWithUndo(t(`bulk.done.${job.action}`, { n: ok }), () => undo(job.id))
  }

  async function undo(id: string): Promise<void> {
    const job = await jobs.undoBulk(id)
    changed()
    if (job.kept) troubled.value = job
  }

  function seen(): void {
    troubled.value = undefined
  }

  return { busy, troubled, run, done, undo, seen }
}
