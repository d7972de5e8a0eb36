import { useDebounceFn } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '@/api/client'
import { useSession } from '@/session/useSession'
import { useLive } from '@/stream/useLive'
import { today } from '@/ui/clock'
import { daysOf, FIGURES, PERIODS, type Figure, type Period } from './figures'

/** One figure as the address asks for it, so that it can be sent to a colleague and Back works. */
export function useFigure() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const told = shallowRef<Figure>()
  const failed = ref<unknown>()
  const loading = ref(false)
  let asked: AbortController | undefined

  const one = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : '')
  const figure = computed(() => (one('figure') in FIGURES ? one('figure') : 'conversion-rate'))
  const groups = computed(() => (FIGURES[figure.value] ?? []).filter((group) => group !== 'zone' || session.severalZones))
  const by = computed(() => (groups.value.includes(one('by')) ? one('by') : (groups.value[0] ?? '')))
  const period = computed<Period>(() => PERIODS.find((name) => name === one('period')) ?? (one('from') || one('to') ? 'custom' : 'year'))
  const asOf = computed(() => one('asOf'))
  // As of a day in another year, this year is that one.
  const days = computed(() => (period.value === 'custom' ? { from: one('from'), to: one('to') } : daysOf(period.value, asOf.value || today())))
  const query = computed(() => ({ by: by.value, ...days.value, asOf: asOf.value, zone: session.zone ? [session.zone] : [] }))

  function change(changes: Record<string, string | undefined>): void {
    const merged = { ...route.query, ...changes }
    void router.replace({ query: Object.fromEntries(Object.entries(merged).filter(([, value]) => value)) })
  }

  async function read(): Promise<void> {
    asked?.abort()
    const abort = new AbortController()
    asked = abort
    loading.value = true
    failed.value = undefined
    try {
      told.value = (await api.get<Figure>(`/api/figures/leads/${figure.value}`, query.value, abort.signal)).data
    } catch (error) {
      if (!abort.signal.aborted) {
        failed.value = error
        told.value = undefined
      }
    } finally {
      if (asked === abort) loading.value = false
    }
  }

  // A figure as of now follows what happens; one of the past stays as it is.
  const follow = useDebounceFn(read, 2000, { maxWait: 10_000 })
  useLive({
    event: (event) => {
      if (event.type.startsWith('lead.') && !asOf.value) void follow()
    },
    resync: () => void read(),
  })
  watch([figure, query], (now, before) => JSON.stringify(now) !== JSON.stringify(before) && void read())
  void read()

  return { figure, groups, by, period, days, asOf, told, failed, loading, change, read }
}
