import { describe, expect, it } from 'vitest'
import type { InboxItem } from '@/api/types'
import { words } from './words'

const item: InboxItem = { id: '1', at: '2026-11-25T10:00:00Z', type: 'lead.deadline', severity: 'YELLOW', title: '线索停留超期', body: '时限', read: false }

describe('words of an alert', () => {
  it('are in the language of the reader', () => {
    const both = { ...item, english: { title: 'A lead stays too long', body: 'Due by then.' } }
    expect(words(both, 'en')).toEqual({ title: 'A lead stays too long', body: 'Due by then.' })
    expect(words(both, 'zh-CN')).toEqual({ title: '线索停留超期', body: '时限' })
  })

  it('are Chinese where nothing else was kept', () => {
    expect(words(item, 'en').title).toBe('线索停留超期')
  })
})
