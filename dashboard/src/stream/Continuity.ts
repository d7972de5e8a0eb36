import type { Frame } from './sse'

/** Sources remembered before the oldest are forgotten. */
const LIMIT = 20_000

/** Watches (source, sequence): without filters every event of an aggregate arrives once and in order. */
export class Continuity {
  private readonly last = new Map<string, number>()

  check(frame: Frame): 'next' | 'gap' | 'duplicate' {
    let event: { source?: unknown; sequence?: unknown }
    try {
      event = JSON.parse(frame.data) as typeof event
    } catch {
      return 'next'
    }
    if (typeof event.source !== 'string' || event.sequence === undefined) return 'next'
    const sequence = Number(event.sequence)
    if (!Number.isSafeInteger(sequence)) return 'next'
    const before = this.last.get(event.source)
    if (before !== undefined && sequence <= before) return 'duplicate'
    this.last.delete(event.source)
    this.last.set(event.source, sequence)
    if (this.last.size > LIMIT) {
      const oldest = this.last.keys().next().value
      if (oldest !== undefined) this.last.delete(oldest)
    }
    return before !== undefined && sequence > before + 1 ? 'gap' : 'next'
  }

  forget(): void {
    this.last.clear()
  }
}
