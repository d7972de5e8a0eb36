export interface Frame {
  id?: string
  event: string
  data: string
}

/** Reads the text/event-stream format from chunks cut anywhere. An id-only frame moves the position and is not an event. */
export class SseReader {
  private rest = ''
  private event = ''
  private data: string[] = []
  private id: string | undefined
  lastEventId = ''
  retry: number | undefined

  constructor(private readonly onFrame: (frame: Frame) => void) {}

  feed(chunk: string): void {
    this.rest += chunk
    let end: number
    // A lone CR at the end may be the first half of CRLF: wait for what follows.
    while ((end = this.rest.search(/\r\n|\n|\r(?!$)/)) >= 0) {
      const line = this.rest.slice(0, end)
      this.rest = this.rest.slice(end + (this.rest.startsWith('\r\n', end) ? 2 : 1))
      this.line(line)
    }
  }

  private line(line: string): void {
    if (line === '') return this.dispatch()
    if (line.startsWith(':')) return
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') this.event = value
    else if (name === 'data') this.data.push(value)
    else if (name === 'id' && value !== '' && !value.includes('\0')) this.id = value
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value)
  }

  private dispatch(): void {
    if (this.id !== undefined) this.lastEventId = this.id
    if (this.data.length > 0) {
      const frame: Frame = { event: this.event || 'message', data: this.data.join('\n') }
      if (this.id !== undefined) frame.id = this.id
      this.onFrame(frame)
    }
    this.event = ''
    this.data = []
    this.id = undefined
  }
}
