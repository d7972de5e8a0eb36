import { describe, expect, it } from 'vitest'
import { contentOf, kindOf, MOST_BYTES, refusedFile } from './files'

describe('a file before it is sent', () => {
  it.each([
    ['合作意向书.pdf', 'application/pdf', 'INTENT'],
    ['战略框架协议.docx', '', 'FRAMEWORK'],
    ['可研报告（意向稿）.pdf', 'application/pdf', 'FEASIBILITY'],
    ['正式合同.pdf', 'application/pdf', 'CONTRACT'],
    ['意向现场.jpg', 'image/jpeg', 'PHOTO'],
    ['营业执照.pdf', 'application/pdf', 'EVIDENCE'],
    ['scan-0001.pdf', 'application/pdf', 'OTHER'],
  ])('%s is most likely %s', (name, type, kind) => {
    expect(kindOf({ name, type })).toBe(kind)
  })

  it('may have 20 MB and must have something', () => {
    expect(refusedFile({ size: MOST_BYTES })).toBeUndefined()
    expect(refusedFile({ size: MOST_BYTES + 1 })).toBe('tooBig')
    expect(refusedFile({ size: 0 })).toBe('empty')
  })

  it('is had whole or in an older version', () => {
    expect(contentOf('L', 'D')).toBe('/api/leads/L/documents/D/content')
    expect(contentOf('L', 'D', 1)).toBe('/api/leads/L/documents/D/content?version=1')
  })
})
