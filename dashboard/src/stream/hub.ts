import { ref } from 'vue'
import type { InboxItem, StreamEvent } from '@/api/types'
import type { JobFrame } from '@/job/jobs'
import { notBefore } from '@/ui/clock'
import type { Frame } from './sse'
import { StreamClient, type ConnectionState } from './StreamClient'

/** What pages may listen to. `resync`: read your snapshot again, events were or may have been missed. */
export interface LiveListener {
  event?(event: StreamEvent): void
  inboxItem?(item: InboxItem): void
  inboxCounts?(counts: { unread: number }): void
  job?(frame: JobFrame): void
  resync?(reason: string): void
}

type Message =
  | { kind: 'frame'; frame: Frame }
  | { kind: 'state'; state: ConnectionState; lastEventId: string }
  | { kind: 'reset'; reason: string }
  | { kind: 'hello' }

const URL = '/api/streams/events?include=inbox,jobs'
const LOCK = 'lodestone.stream'

/** One stream per browser: the tab that holds the lock reads it, the others listen to what it broadcasts. */
class StreamHub {
  readonly state = ref<ConnectionState>('connecting')
  readonly lastEventAt = ref<number>()
  /** Events brought back after the last cut; said on the wall. */
  readonly caughtUp = ref(0)
  private readonly listeners = new Set<LiveListener>()
  private channel: BroadcastChannel | undefined
  private client: StreamClient | undefined
  private lastEventId = ''
  private liveSince = 0
  private wasCut = false
  private started = false
  onUnauthorized: () => void = () => undefined

  start(): void {
    if (this.started) return
    this.started = true
    if (typeof BroadcastChannel !== 'undefined') {
      this.channel = new BroadcastChannel(LOCK)
      this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data)
      this.channel.postMessage({ kind: 'hello' } satisfies Message)
    }
    if ('locks' in navigator) void navigator.locks.request(LOCK, () => this.lead())
    else void this.lead()
  }

  listen(listener: LiveListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Holds the lock as long as this tab lives; the next tab goes on from the last position it heard. */
  private lead(): Promise<never> {
    this.client = new StreamClient(
      { url: URL, lastEventId: this.lastEventId },
      {
        state: (state) => this.publish({ kind: 'state', state, lastEventId: this.client?.lastEventId ?? '' }),
        frame: (frame) => this.publish({ kind: 'frame', frame }),
        reset: (reason) => this.publish({ kind: 'reset', reason }),
        unauthorized: () => this.onUnauthorized(),
      },
    )
    this.client.start()
    return new Promise<never>(() => undefined)
  }

  private publish(message: Message): void {
    this.channel?.postMessage(message)
    this.hear(message)
  }

  private hear(message: Message): void {
    switch (message.kind) {
      case 'hello':
        if (this.client) this.channel?.postMessage({ kind: 'state', state: this.state.value, lastEventId: this.client.lastEventId } satisfies Message)
        return
      case 'state':
        if (message.lastEventId) this.lastEventId = message.lastEventId
        this.become(message.state)
        return
      case 'reset':
        this.listeners.forEach((listener) => listener.resync?.(message.reason))
        return
      case 'frame':
        if (message.frame.id) this.lastEventId = message.frame.id
        this.deliver(message.frame)
    }
  }

  private become(state: ConnectionState): void {
    const before = this.state.value
    this.state.value = state
    if (state === 'cut') this.wasCut = true
    if (state !== 'live' || before === 'live') return
    this.liveSince = Date.now()
    this.caughtUp.value = 0
    // Between a page's first snapshot and the first byte of the stream, or without a position to resume from, something may have passed.
    if (!this.wasCut || !this.lastEventId) this.listeners.forEach((listener) => listener.resync?.('opened'))
  }

  private deliver(frame: Frame): void {
    let data: unknown
    try {
      data = JSON.parse(frame.data)
    } catch {
      return
    }
    if (frame.event === 'inbox.item') return this.listeners.forEach((listener) => listener.inboxItem?.(data as InboxItem))
    if (frame.event === 'inbox.counts') return this.listeners.forEach((listener) => listener.inboxCounts?.(data as { unread: number }))
    if (frame.event.startsWith('job')) return this.listeners.forEach((listener) => listener.job?.(data as JobFrame))
    const event = data as StreamEvent
    if (!event.type) return
    notBefore(event.time)
    this.lastEventAt.value = Date.now()
    if (this.wasCut && Date.parse(event.time) < this.liveSince) this.caughtUp.value++
    this.listeners.forEach((listener) => listener.event?.(event))
  }
}

export const hub = new StreamHub()
