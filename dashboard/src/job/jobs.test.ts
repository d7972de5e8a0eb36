import { describe, expect, it } from 'vitest'
import type { LedgerImport } from '@/ledger/types'
import { jobOf, jobOfBulk, percent, resumed, withFrame, withJob, type Job } from './jobs'

const running: Job = { id: 'a', kind: 'lead-import', title: '台账.xlsx', state: 'RUNNING', done: 40, total: 100, link: '/leads/imports/a' }
const imported = (id: string, state: LedgerImport['state'], done = 0): LedgerImport => ({ id, state, file: `${id}.xlsx`, columns: [], counts: { create: 90, update: 5, refuse: 3, duplicate: 2 }, progress: { done, total: 100 } })

describe('the tray of jobs', () => {
  it('shows each job once, the newest first', () => {
    const jobs = withJob(withJob([], running), { ...running, id: 'b' })
    expect(jobs.map((job) => job.id)).toEqual(['b', 'a'])
    expect(withJob(jobs, { ...running, done: 50 }).map((job) => job.done)).toEqual([40, 50])
  })

  it('never lets progress run backwards', () => {
    expect(withFrame([running], { id: 'a', done: 12 })?.[0]?.done).toBe(40)
    expect(withFrame([running], { id: 'a', state: 'UNDOING', done: 1 })?.[0]?.done).toBe(1)
  })

  it('asks for a job it does not know', () => {
    expect(withFrame([running], { id: 'x', done: 1 })).toBeUndefined()
  })

  it('is complete only when the service says so', () => {
    expect(percent({ ...running, done: 100 })).toBe(99)
    expect(percent({ ...running, state: 'DONE' })).toBe(100)
    expect(percent({ ...running, total: 0 })).toBe(0)
  })

  it('finds after a reload what works and what was not put away', () => {
    const jobs = resumed([running], [imported('c', 'RUNNING', 7), imported('a', 'DONE', 100), imported('old', 'DONE', 100)])
    expect(jobs.map((job) => [job.id, job.state])).toEqual([['c', 'RUNNING'], ['a', 'DONE']])
  })

  it('leads from bulk work to its rows', () => {
    const job = jobOfBulk({ id: 'b', state: 'RUNNING', action: 'assign', with: {}, at: '', total: 120, done: 25, failed: 0, undone: 0, kept: 0, undoUntil: '' }, '指派 120 条线索')
    expect(job).toMatchObject({ kind: 'lead-bulk', link: '/leads?bulk=b', done: 25, total: 120 })
    expect(percent(job)).toBe(20)
  })

  it('counts every row of a file', () => {
    const one = imported('a', 'RUNNING')
    delete one.progress
    expect(jobOf(one)).toMatchObject({ total: 100, done: 0, title: 'a.xlsx' })
  })
})
