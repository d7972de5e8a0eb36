import { useDebounceFn, useIntervalFn } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { api } from '@/api/client'
import { inOrder } from '@/api/order'
import type { Amount, Board, BoardColumn, Lead, Page, Project, StreamEvent } from '@/api/types'
import { label } from '@/i18n'
import { useDirectory } from '@/directory/useDirectory'
import { STAGES } from '@/project/stages'
import { useSession } from '@/session/useSession'
import { useLive } from '@/stream/useLive'
import { amountText, sumOf } from '@/ui/format'

export interface FeedLine {
  key: string
  at: string
  name: string
  text: string
  tone: 'move' | 'new' | 'money' | 'calm'
}
const FEED = 8

/** The wall shows what the services count, read again after events; the stream only says when. */
export function useWall() {
  const session = useSession()
  const directory = useDirectory()
  const columns = shallowRef<BoardColumn[]>([])
  const leadStates = ref<Record<string, number>>({})
  const lights = ref<Record<string, number>>({})
  const zones = ref<{ name: string; sum: Amount | undefined; count: number }[]>([])
  const feed = ref<FeedLine[]>([])
  const readAt = ref<Date>()
  const failed = ref<unknown>()
  const resynced = ref(0)
  const order = inOrder()

  const zone = computed(() => session.zone)
  const place = computed(() => {
    const own = session.me?.zones ?? []
    if (zone.value) return directory.zone(zone.value)
    return own.length === 1 && own[0] !== '*' ? directory.zone(own[0]) : ''
  })
  const count = computed(() => columns.value.reduce((sum, column) => sum + column.count, 0))
  const sum = computed(() => sumOf(columns.value.map((column) => column.sum)))
  const started = computed(() => {
    const from = (STAGES as readonly string[]).indexOf('STARTED')
    return columns.value.filter((column) => (STAGES as readonly string[]).indexOf(column.stage) >= from).reduce((total, column) => total + column.count, 0)
  })
  const openLeads = computed(() => ['NEW', 'ASSESSING', 'ENGAGING', 'CONSENSUS', 'INTENT'].reduce((total, state) => total + (leadStates.value[state] ?? 0), 0))

  async function read(): Promise<void> {
    const turn = order()
    try {
      const [board, leads, light] = await Promise.all([
        api.get<Board>('/api/projects', { view: 'board', perColumn: 1, zone: zone.value }),
        api.get<Page<Lead>>('/api/leads', { limit: 1, facets: 'state,light', zone: zone.value }),
        api.get<Page<Project>>('/api/projects', { limit: 1, facets: 'light', zone: zone.value }).catch(() => undefined),
      ])
      if (!turn.take()) return
      columns.value = board.data.columns
      leadStates.value = leads.data.facets?.['state'] ?? {}
      lights.value = added(leads.data.facets?.['light'], light?.data.facets?.['light'])
      readAt.value = new Date()
      failed.value = undefined
    } catch (error) {
      if (turn.take()) failed.value = error
    }
  }

  async function readZones(): Promise<void> {
    if (!session.severalZones) return
    zones.value = await Promise.all(
      directory.zones.map(async (each) => {
        const board = await api.get<Board>('/api/projects', { view: 'board', perColumn: 1, zone: each.id }).catch(() => undefined)
        const found = board?.data.columns ?? []
        return { name: directory.zone(each.id), sum: sumOf(found.map((column) => column.sum)), count: found.reduce((total, column) => total + column.count, 0) }
      }),
    )
  }

  /** The last moves, so that the feed is not empty before something happens. */
  async function seed(): Promise<void> {
    const [leads, projects] = await Promise.all([
      api.get<Page<Lead>>('/api/leads', { sort: '-stateSince', limit: FEED, zone: zone.value }).catch(() => undefined),
      api.get<Page<Project>>('/api/projects', { sort: '-stageSince', limit: FEED, zone: zone.value }).catch(() => undefined),
    ])
    const lines = [
      ...(leads?.data.items ?? []).map((lead): FeedLine => ({ key: `${lead.id}:${lead.state}`, at: lead.stateSince, name: lead.name, text: label('state', lead.state), tone: lead.state === 'NEW' ? 'new' : 'move' })),
      ...(projects?.data.items ?? []).map((project): FeedLine => ({ key: `${project.id}:${project.stage}`, at: project.stageSince, name: project.name, text: label('stage', project.stage), tone: 'move' })),
    ]
    feed.value = lines.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, FEED)
  }

  function line(event: StreamEvent): FeedLine {
    const { data } = event
    const group = event.type.startsWith('lead.') ? 'state' : 'stage'
    const amount = data.amount ? ` · ${amountText(data.amount)}` : ''
    const fromTo = data.from && data.to ? `${label(group, data.from)} → ${label(group, data.to)}` : data.to ? label(group, data.to) : ''
    const opened = event.type === 'project.opened.v1'
    const text = opened || !fromTo ? label('event', event.type) + (opened ? amount : '') : fromTo
    const tone = event.type === 'lead.captured.v1' ? 'new' : opened || event.type === 'lead.converted.v1' ? 'money' : fromTo ? 'move' : 'calm'
    return { key: event.id, at: event.time, name: data.name ?? event.subject, text, tone }
  }

  const soon = useDebounceFn(() => void read(), 400, { maxWait: 2000 })
  const zonesSoon = useDebounceFn(() => void readZones(), 4000, { maxWait: 15_000 })
  const live = useLive({
    event: (event) => {
      if (zone.value && event.zone && event.zone !== zone.value) return
      feed.value = [line(event), ...feed.value].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, FEED)
      void soon()
      void zonesSoon()
    },
    resync: (reason) => {
      if (reason !== 'opened') resynced.value = Date.now()
      void read()
      void seed()
      void readZones()
    },
  })
  // Lights turn by themselves when time passes.
  useIntervalFn(() => void read(), 60_000)
  watch([zone, () => directory.zones.length], () => {
    void read()
    void seed()
    void readZones()
  }, { immediate: true })

  return { ...live, columns, leadStates, lights, zones, feed, readAt, failed, resynced, place, count, sum, started, openLeads, read }
}

function added(...all: (Record<string, number> | undefined)[]): Record<string, number> {
  const result: Record<string, number> = {}
  for (const counts of all) for (const [code, n] of Object.entries(counts ?? {})) result[code] = (result[code] ?? 0) + n
  return result
}
