import { useDebounceFn } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, said } from '@/api/client'
import { isAbsent } from '@/api/problem'
import type { Lead, Page, StreamEvent } from '@/api/types'
import { useSession } from '@/session/useSession'
import { useLive } from '@/stream/useLive'
import { FIGURE_FILTER } from '@/figure/figures'
import { valuesOf } from '@/view/address'

const PAGE = 50
/** The longest page the service gives. */
const MOST = 200
const FACETS = 'state,zone,light,channel,chain,tag'
/** How many leads are remembered as changed before the first are forgotten. */
const HEARD = 1000
/** Filters that live in the address and go to the service as they are. */
const MANY = ['state', 'light', 'zone', 'channel', 'chain', 'tag'] as const
export type Facet = (typeof MANY)[number]
/** Filters without a place of their own on the page: an address or a view may have them, and then they are shown and can be let go. */
export const GIVEN = ['park', 'watcher', 'receivedFrom', 'receivedTo', 'amountFrom', 'amountTo'] as const

/** The list of leads: the address is its state, so it can be sent to a colleague and Back works. */
export function useLeads() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()

  const items = shallowRef<Lead[]>([])
  const next = ref<string>()
  const total = ref<{ value: number; exact: boolean }>()
  const facets = ref<Record<string, Record<string, number>>>({})
  const loading = ref(false)
  const loaded = ref(false)
  const failed = ref<unknown>()
  const fresh = ref(new Set<string>())
  const arrived = ref(new Set<string>())
  let asked: AbortController | undefined
  /** The newest version of a lead that the stream told of: an answer on its way may be older. */
  const newest = new Map<string, number>()

  const many = (name: Facet) => valuesOf(route.query[name])
  const one = (name: string) => [route.query[name]].flat()[0] ?? ''
  const q = computed(() => one('q'))
  const sort = computed(() => one('sort') || (q.value ? '' : '-updatedAt'))
  const filtered = computed(() => !!q.value || !!one('owner') || !!one('pool') || !!one('referrer') || !!one('waiting') || !!one('unanswered') || !!one('figure') || GIVEN.some((name) => one(name)) || MANY.some((name) => many(name).length > 0))

  /** Exactly the rows of a figure. An empty key is one, too: what has none. */
  const counted = computed(() => Object.fromEntries(one('figure') ? FIGURE_FILTER.filter((name) => typeof route.query[name] === 'string').map((name) => [name, [one(name)]]) : []))

  const keyed = computed(() => typeof route.query['key'] === 'string')

  const query = computed(() => {
    const zone = many('zone')
    return {
      q: q.value,
      state: many('state'),
      light: many('light'),
      channel: many('channel'),
      chain: many('chain'),
      tag: many('tag'),
      ...Object.fromEntries(GIVEN.filter((name) => one(name)).map((name) => [name, one(name)])),
      // A figure says itself which zones it counted.
      zone: zone.length ? zone : session.zone && !one('figure') ? [session.zone] : [],
      ...counted.value,
      owner: one('owner') === 'me' ? (session.me?.id ?? '') : one('owner'),
      pool: one('pool') === 'open' ? 'open' : '',
      referrer: one('referrer') ? [one('referrer')] : [],
      waiting: one('waiting') === 'true' ? 'true' : '',
      unanswered: one('unanswered') === 'true' ? 'true' : '',
      sort: sort.value,
    }
  })

  function change(changes: Record<string, string | string[] | undefined>): void {
    const merged = { ...route.query, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, Array.isArray(value) ? [...said(value)] : value])) }
    const kept = Object.fromEntries(Object.entries(merged).filter(([name, value]) => value !== undefined && (value !== '' || name === 'key') && (!Array.isArray(value) || value.length)))
    void router.replace({ query: kept })
  }

  function toggle(name: Facet, value: string): void {
    const now = many(name)
    change({ [name]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value], panel: undefined })
  }

  function clear(): void {
    void router.replace({ query: one('sort') ? { sort: one('sort') } : {} })
  }

  async function read(more = false, limit = PAGE): Promise<void> {
    asked?.abort()
    const abort = new AbortController()
    asked = abort
    loading.value = true
    failed.value = undefined
    try {
      const page = (await api.get<Page<Lead>>('/api/leads', { ...query.value, limit, cursor: more ? next.value : undefined, facets: more ? undefined : FACETS }, abort.signal)).data
      items.value = more ? [...items.value, ...page.items] : page.items
      next.value = page.next
      if (!more) {
        total.value = page.total
        facets.value = page.facets ?? {}
        arrived.value = new Set()
      }
      loaded.value = true
      for (const lead of page.items) if (lead.version < (newest.get(lead.id) ?? 0)) void lookAt(lead.id)
    } catch (error) {
      if (!abort.signal.aborted) failed.value = error
    } finally {
      if (asked === abort) loading.value = false
    }
  }

  const recount = useDebounceFn(async () => {
    const list = asked
    try {
      const page = (await api.get<Page<Lead>>('/api/leads', { ...query.value, limit: 1, facets: FACETS })).data
      // The list was asked for anew meanwhile, maybe with another filter: it brings its own counts.
      if (list !== asked) return
      total.value = page.total
      facets.value = page.facets ?? {}
    } catch {
      // Counts are only a little old; the next change asks again.
    }
  }, 1500)

  /** A changed lead is replaced where it stands, never moved under the cursor; a new one waits for a click. */
  function heard(event: StreamEvent): void {
    const { subject: id } = event
    const version = Number(event.sequence ?? 0)
    newest.delete(id)
    newest.set(id, version)
    const [oldest] = newest.keys()
    if (newest.size > HEARD && oldest !== undefined) newest.delete(oldest)
    void recount()
    const known = items.value.find((lead) => lead.id === id)
    if (known) {
      if (version > known.version) void lookAt(id)
    } else if (event.type === 'lead.withdrawn.v1') arrived.value = new Set([...arrived.value].filter((one) => one !== id))
    else arrived.value = new Set(arrived.value).add(id)
  }

  async function lookAt(id: string): Promise<void> {
    try {
      const lead = (await api.get<Lead>(`/api/leads/${id}`)).data
      const highlights = items.value.find((each) => each.id === id)?.highlights
      items.value = items.value.map((each) => (each.id === id && lead.version > each.version ? { ...lead, ...(highlights && { highlights }) } : each))
      fresh.value = new Set(fresh.value).add(id)
    } catch (error) {
      if (isAbsent(error)) items.value = items.value.filter((each) => each.id !== id)
    }
  }

  useLive({
    event: (event) => {
      if (event.type.startsWith('lead.')) heard(event)
    },
    // Also while the first answer is on its way: it may be older than the stream.
    // As far down as the reader has come: a list must not grow shorter under somebody's eyes.
    resync: () => void read(false, Math.min(MOST, Math.max(PAGE, items.value.length))),
  })

  watch(query, (now, before) => JSON.stringify(now) !== JSON.stringify(before) && void read())
  void read()

  return { query, items, next, total, facets, loading, loaded, failed, fresh, arrived, q, sort, filtered, keyed, many, one, change, toggle, clear, read }
}
