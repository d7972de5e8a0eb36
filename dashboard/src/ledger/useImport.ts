import { computed, ref, shallowRef, watch } from 'vue'
import { api, withQuery } from '@/api/client'
import type { Page } from '@/api/types'
import { isWorking, percent } from '@/job/jobs'
import { useJobs } from '@/job/useJobs'
import { OUTCOMES, type Correction, type ImportRow, type LedgerImport, type Outcome } from './types'

const PAGE = 100

/** One import of a ledger: its columns, its rows by outcome, its run and its undo. */
export function useImport(id: string) {
  const tray = useJobs()
  const one = shallowRef<LedgerImport>()
  const failed = ref<unknown>()
  const outcome = ref<Outcome>('CREATE')
  const rows = shallowRef<ImportRow[]>([])
  const next = ref<string>()
  const rowsLoading = ref(false)
  const rowsFailed = ref<unknown>()
  let asked = 0
  const path = `/api/leads/imports/${id}`

  const job = computed(() => tray.jobs.find((each) => each.id === id))
  const working = computed(() => !!one.value && isWorking(one.value.state))
  const done = computed(() => job.value?.done ?? one.value?.progress?.done ?? 0)
  const total = computed(() => job.value?.total ?? one.value?.progress?.total ?? one.value?.rows ?? 0)
  const share = computed(() => (job.value ? percent(job.value) : 0))
  const count = (which: Outcome) => {
    const counts = one.value?.counts
    if (!counts) return 0
    return { CREATE: counts.create, UPDATE: counts.update, REFUSE: counts.refuse, DUPLICATE: counts.duplicate, PASS_OVER: counts.passOver ?? 0 }[which]
  }

  function become(answer: LedgerImport): void {
    one.value = answer
    if (isWorking(answer.state) || job.value) tray.put(answer)
  }

  async function read(): Promise<void> {
    failed.value = undefined
    try {
      become((await api.get<LedgerImport>(path)).data)
      if (!count(outcome.value)) outcome.value = OUTCOMES.find((each) => count(each) > 0) ?? 'CREATE'
      await readRows()
    } catch (error) {
      failed.value = error
    }
  }

  async function readRows(more = false): Promise<void> {
    const turn = ++asked
    rowsLoading.value = true
    rowsFailed.value = undefined
    try {
      const page = (await api.get<Page<ImportRow>>(`${path}/rows`, { outcome: outcome.value, limit: PAGE, cursor: more ? next.value : undefined })).data
      if (turn !== asked) return
      rows.value = more ? [...rows.value, ...page.items] : page.items
      next.value = page.next
    } catch (error) {
      if (turn === asked) rowsFailed.value = error
    } finally {
      if (turn === asked) rowsLoading.value = false
    }
  }

  function choose(which: Outcome): void {
    if (which === outcome.value) return
    outcome.value = which
    rows.value = []
    next.value = undefined
    void readRows()
  }

  async function saveColumns({ columns, defaults, sheets, hidden }: Correction): Promise<void> {
    become((await api.put<LedgerImport>(`${path}/columns`, { columns, defaults, sheets, hidden })).data)
    await read()
  }
  /** About one duplicate, whatever is chosen for all of them. */
  async function decide({ sheet, row }: ImportRow, decision: 'CREATE' | 'SKIP'): Promise<void> {
    const decided = (await api.put<ImportRow>(withQuery(`${path}/rows/${row}`, { sheet }), { decision })).data
    rows.value = rows.value.map((each) => (each.row === row && each.sheet === sheet ? decided : each))
  }
  async function run(duplicates: 'SKIP' | 'CREATE'): Promise<void> {
    await api.post(`${path}/run`, { duplicates })
    become((await api.get<LedgerImport>(path)).data)
    if (one.value) tray.put(one.value)
  }
  async function undo(): Promise<void> {
    await api.post(`${path}/undo`, {})
    become((await api.get<LedgerImport>(path)).data)
    if (one.value) tray.put(one.value)
  }

  watch(
    () => job.value?.state,
    (state) => {
      if (state && one.value && state !== one.value.state) void read()
    },
  )
  void read()

  return { one, failed, outcome, rows, next, rowsLoading, rowsFailed, working, done, total, share, count, read, readRows, choose, saveColumns, decide, run, undo }
}
