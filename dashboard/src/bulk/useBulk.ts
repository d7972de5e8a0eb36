import { ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, type Query } from '@/api/client'
import { isWorking } from '@/job/jobs'
import { useJobs } from '@/job/useJobs'
import { complain, tellWithUndo } from '@/ui/notice'
import type { BulkAction, BulkJob, BulkWith } from './types'

/** Filters of which several values may be chosen; the service takes them as lists, the others as one value. */
const LISTS = ['state', 'zone', 'park', 'owner', 'chain', 'channel', 'referrer', 'tag', 'light', 'pool', 'watcher']
const PAGING = ['cursor', 'limit', 'facets']

/** The list's query as the service takes it in a body: without pages, without what is not set. An empty value in a list was chosen. */
export function filterOf(query: Query): Record<string, string | string[]> {
  const set = Object.entries(query).flatMap(([name, value]): [string, string[]][] => {
    const values = [value].flat().filter((one) => one !== undefined).map(String)
    return PAGING.includes(name) || !values.length || (!Array.isArray(value) && values[0] === '') ? [] : [[name, values]]
  })
  return Object.fromEntries(set.map(([name, values]) => [name, LISTS.includes(name) ? values : (values[0] ?? '')]))
}

/** Does something to many leads: few are waited for, more go to the tray; each time there are ten seconds to take it back. */
export function useBulk(changed: () => void) {
  const { t } = useI18n()
  const jobs = useJobs()
  const busy = ref(false)
  /** With rows that were refused, or kept: shown one by one. */
  const troubled = ref<BulkJob>()
  /** Begun here and still working: what it came to is told when it has ended. */
  const begun = new Set<string>()

  async function run(rows: { ids: string[] } | { filter: Record<string, string | string[]> }, action: BulkAction, withWhat: BulkWith): Promise<boolean> {
    busy.value = true
    try {
      const job = (await api.post<BulkJob>('/api/leads/bulk', { ...rows, action, with: withWhat })).data
      jobs.putBulk(job)
      if (job.state === 'DONE') done(job)
      else begun.add(job.id)
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

  watch(
    () => jobs.jobs.filter((job) => begun.has(job.id) && !isWorking(job.state)).map((job) => job.id),
    (ended) =>
      ended.forEach((id) => {
        begun.delete(id)
        void api
          .get<BulkJob>(`/api/leads/bulk/${id}`, { limit: 1 })
          .then(({ data }) => data.state === 'DONE' && done(data))
          .catch(complain)
      }),
  )

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
