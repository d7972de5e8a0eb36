import type { FieldProblem, Unmet } from './types'

/** What a service refused, as RFC 9457 tells it. `status` 0: nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      type?: string
      title?: string
      detail?: string
      errors?: FieldProblem[]
      unmet?: Unmet[]
      allowed?: string[]
      current?: unknown
      /** Whose claim stood in the way, and since when. */
      zone?: string
      on?: string
      traceId?: string
    },
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
  }

  is(slug: string): boolean {
    return this.body.type?.endsWith(`/problems/${slug}`) ?? false
  }

  /** Nothing is to be had there: never was or is not this reader's (404), or was taken away (410). */
  get absent(): boolean {
    return this.status === 404 || this.removed
  }

  get removed(): boolean {
    return this.status === 410
  }

  get errors(): FieldProblem[] {
    return this.body.errors ?? []
  }

  /** Everything said of a field, in one. */
  byField(): Record<string, string> {
    const said: Record<string, string> = {}
    for (const { field, message } of this.errors) said[field] = said[field] ? `${said[field]}；${message}` : message
    return said
  }

  get unmet(): Unmet[] {
    return this.body.unmet ?? []
  }
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Problem && error.absent
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
