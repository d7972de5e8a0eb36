import type { BulkJob } from '@/bulk/types'
import type { ImportState, LedgerImport } from '@/ledger/types'

/** Long work as the tray shows it. `done` of `total` rows; `total` 0 while nobody knows how many. */
export interface Job {
  id: string
  kind: string
  title: string
  state: ImportState
  done: number
  total: number
  link: string
}
/** One frame of a job's progress on the stream. */
export interface JobFrame {
  id: string
  kind?: string
  state?: string
  done?: number
  total?: number
}

export const BULK = 'lead-bulk'

const WORKING: readonly string[] = ['PREVIEWING', 'RUNNING', 'UNDOING']
export const isWorking = (state: string) => WORKING.includes(state)

export function jobOf(one: LedgerImport): Job {
  const counts = one.counts
  return {
    id: one.id,
    kind: 'lead-import',
    title: one.file ?? one.id,
    state: one.state,
    done: one.progress?.done ?? 0,
    total: one.progress?.total ?? one.rows ?? counts.create + counts.update + counts.refuse + counts.duplicate + (counts.passOver ?? 0),
    link: `/leads/imports/${one.id}`,
  }
}

/** @param title what it does to how many */
export function jobOfBulk(one: BulkJob, title: string): Job {
  return { id: one.id, kind: BULK, title, state: one.state, done: one.done, total: one.total, link: `/leads?bulk=${one.id}` }
}

/** Newest first, one entry for each job; progress never runs backwards within a state, whatever order the answers come in. */
export function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.find((one) => one.id === job.id)
  if (!known) return [job, ...jobs]
  const done = known.state === job.state ? Math.max(known.done, job.done) : job.done
  return jobs.map((one) => (one.id === job.id ? { ...job, done } : one))
}

/** A frame moves a job that is known; another is read from the service first. */
export function withFrame(jobs: readonly Job[], frame: JobFrame): Job[] | undefined {
  const known = jobs.find((one) => one.id === frame.id)
  if (!known) return undefined
  return withJob(jobs, { ...known, state: (frame.state as ImportState | undefined) ?? known.state, done: frame.done ?? known.done, total: frame.total ?? known.total })
}

/** What a reload finds again: what the service says is working, and what the person has not put away yet. */
export function resumed(kept: readonly Job[], mine: readonly LedgerImport[]): Job[] {
  let jobs = [...kept]
  for (const one of [...mine].reverse()) {
    const known = jobs.some((job) => job.id === one.id)
    if (known || isWorking(one.state)) jobs = withJob(jobs, jobOf(one))
  }
  return jobs
}

export function percent(job: Job): number {
  if (!isWorking(job.state)) return 100
  return job.total > 0 ? Math.min(99, Math.floor((job.done * 100) / job.total)) : 0
}
