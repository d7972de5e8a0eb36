import { describe, expect, it } from 'vitest'
import { Continuity } from './Continuity'
import { SseReader, type Frame } from './sse'
import { StreamClient, type ConnectionState } from './StreamClient'

function reading(...chunks: string[]) {
  const frames: Frame[] = []
  const reader = new SseReader((frame) => frames.push(frame))
  chunks.forEach((chunk) => reader.feed(chunk))
  return { frames, reader }
}
const event = (source: string, sequence: number): Frame => ({ event: 'x', data: JSON.stringify({ source, sequence: String(sequence).padStart(10, '0') }) })

describe('the event-stream format', () => {
  it('is read whatever the cut of the chunks', () => {
    const text = 'retry: 2000\r\n: hello\r\n\r\nid: 1.a\r\nevent: lead.captured.v1\r\ndata: {"a":\r\ndata: 1}\r\n\r\n'
    for (let cut = 1; cut < text.length; cut++) {
      const { frames, reader } = reading(text.slice(0, cut), text.slice(cut))
      expect(frames).toEqual([{ id: '1.a', event: 'lead.captured.v1', data: '{"a":\n1}' }])
      expect(reader.retry).toBe(2000)
    }
  })

  it('moves the position by an id-only frame, and never back to nothing by a bare id', () => {
    const { frames, reader } = reading('id: 1.b\n\n', 'id:\n\n')
    expect(frames).toEqual([])
    expect(reader.lastEventId).toBe('1.b')
  })
})

describe('continuity', () => {
  it('drops what was seen and reports what is missing, per source', () => {
    const continuity = new Continuity()
    expect(continuity.check(event('/leads/a', 4))).toBe('next')
    expect(continuity.check(event('/leads/b', 1))).toBe('next')
    expect(continuity.check(event('/leads/a', 5))).toBe('next')
    expect(continuity.check(event('/leads/a', 5))).toBe('duplicate')
    expect(continuity.check(event('/leads/a', 7))).toBe('gap')
  })

  it('does not judge frames without a source', () => {
    expect(new Continuity().check({ event: 'inbox.counts', data: '{"unread":3}' })).toBe('next')
  })
})

describe('the client', () => {
  const body = (...chunks: string[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          chunks.forEach((chunk) => controller.enqueue(new TextEncoder().encode(chunk)))
          controller.close()
        },
      }),
      { status: 200 },
    )

  it('resumes after a cut from the last position, and tells resets', async () => {
    const positions: (string | undefined)[] = []
    const answers = [
      () => Promise.resolve(body('id: 1.a\nevent: x\ndata: {"source":"/leads/a","sequence":"1"}\n\n')),
      () => Promise.resolve(new Response(null, { status: 503 })),
      () => Promise.resolve(body('id: 1.c\nevent: stream.reset\ndata: {"reason":"expired"}\n\n', 'id: 1.d\n\n')),
    ]
    const states: ConnectionState[] = []
    const frames: string[] = []
    const reset = await new Promise<string>((resolve) => {
      const client: StreamClient = new StreamClient(
        {
          url: '/s',
          random: () => 0,
          fetch: (_url, init) => {
            positions.push((init?.headers as Record<string, string>)['Last-Event-ID'])
            return answers.shift()?.() ?? new Promise<Response>(() => undefined)
          },
        },
        {
          state: (state) => states.push(state),
          frame: (frame) => frames.push(frame.event),
          reset: (reason) => {
            client.stop()
            resolve(reason)
          },
          unauthorized: () => undefined,
        },
      )
      client.start()
    })
    expect(reset).toBe('expired')
    expect(frames).toEqual(['x'])
    expect(positions).toEqual([undefined, '1.a', '1.a'])
    expect(states).toEqual(['connecting', 'live', 'cut', 'cut', 'live'])
  })

  it('tells that the session is over', async () => {
    const over = await new Promise<boolean>((resolve) => {
      const client: StreamClient = new StreamClient(
        { url: '/s', random: () => 0, fetch: () => Promise.resolve(new Response(null, { status: 401 })) },
        {
          state: () => undefined,
          frame: () => undefined,
          reset: () => undefined,
          unauthorized: () => {
            client.stop()
            resolve(true)
          },
        },
      )
      client.start()
    })
    expect(over).toBe(true)
  })
})
