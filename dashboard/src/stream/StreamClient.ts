import { Continuity } from './Continuity'
import { SseReader, type Frame } from './sse'

export type ConnectionState = 'connecting' | 'live' | 'cut'

export interface StreamListener {
  state(state: ConnectionState): void
  frame(frame: Frame): void
  /** What was missed cannot be replayed: read the snapshots again. */
  reset(reason: string): void
  unauthorized(): void
}

export interface StreamOptions {
  url: string
  lastEventId?: string
  /** No bytes for so long, though a heartbeat comes every 15 s: the connection is dead. */
  silence?: number
  maxDelay?: number
  random?: () => number
  fetch?: typeof fetch
}

/**
 * Server-Sent Events over fetch: unlike EventSource it sees a status, resumes with the header Last-Event-ID,
 * waits with full jitter, and never gives up on a 503.
 */
export class StreamClient {
  private running = false
  private abort: AbortController | undefined
  private failures = 0
  private opened = 0
  lastEventId: string
  private readonly continuity = new Continuity()

  constructor(
    private readonly options: StreamOptions,
    private readonly listener: StreamListener,
  ) {
    this.lastEventId = options.lastEventId ?? ''
  }

  start(): void {
    if (this.running) return
    this.running = true
    void this.run()
  }

  stop(): void {
    this.running = false
    this.abort?.abort()
  }

  private async run(): Promise<void> {
    this.listener.state('connecting')
    while (this.running) {
      const clean = await this.connect()
      if (!this.running) return
      if (clean) {
        // The hub ends every stream now and then: go on at once, a little apart from the others.
        await pause((this.options.random ?? Math.random)() * 400)
        continue
      }
      this.listener.state('cut')
      this.failures++
      const ceiling = Math.min(this.options.maxDelay ?? 20_000, 500 * 2 ** Math.min(this.failures, 8))
      await pause((this.options.random ?? Math.random)() * ceiling)
    }
  }

  /** True if the stream had been open and was ended in order. */
  private async connect(): Promise<boolean> {
    const abort = new AbortController()
    this.abort = abort
    let silence: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      clearTimeout(silence)
      silence = setTimeout(() => abort.abort(), this.options.silence ?? 40_000)
    }
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' }
      if (this.lastEventId) headers['Last-Event-ID'] = this.lastEventId
      alive()
      const response = await (this.options.fetch ?? fetch)(this.options.url, {
        headers,
        signal: abort.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      })
      if (response.status === 401) {
        this.listener.unauthorized()
        return false
      }
      if (!response.ok || !response.body) return false
      this.opened = Date.now()
      this.listener.state('live')
      const reader = new SseReader((frame) => this.take(frame))
      const decoder = new TextDecoder()
      const body = response.body.getReader()
      for (;;) {
        const { done, value } = await body.read()
        if (done) break
        alive()
        this.failures = 0
        reader.feed(decoder.decode(value, { stream: true }))
        if (reader.lastEventId) this.lastEventId = reader.lastEventId
      }
      // A gateway that falls over right after the headers must not be asked again in a tight loop.
      return Date.now() - this.opened > 2_000
    } catch {
      return false
    } finally {
      clearTimeout(silence)
    }
  }

  private take(frame: Frame): void {
    if (frame.id) this.lastEventId = frame.id
    if (frame.event === 'stream.reset') {
      this.continuity.forget()
      this.listener.reset(reasonOf(frame.data))
      return
    }
    const verdict = this.continuity.check(frame)
    if (verdict === 'duplicate') return
    this.listener.frame(frame)
    if (verdict === 'gap') this.listener.reset('gap')
  }
}

function reasonOf(data: string): string {
  try {
    return (JSON.parse(data) as { reason?: string }).reason ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
