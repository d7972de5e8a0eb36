import { describe, expect, it } from 'vitest'
import { fileName } from './download'

describe('a file that was asked for', () => {
  it('has the name the service gave it, in any script', () => {
    expect(fileName("attachment; filename=\"=?UTF-8?Q?x?=\"; filename*=UTF-8''%E7%BA%BF%E7%B4%A2%E5%8F%B0%E8%B4%A6-2026-11-27.csv", 'x')).toBe('线索台账-2026-11-27.csv')
    expect(fileName('attachment; filename="leads.csv"', 'x')).toBe('leads.csv')
    expect(fileName(null, 'leads.csv')).toBe('leads.csv')
  })
})
