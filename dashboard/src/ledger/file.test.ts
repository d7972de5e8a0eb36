import { describe, expect, it } from 'vitest'
import { MOST_BYTES, refusedFile, sizeText } from './file'

describe('a file to import', () => {
  it('is a workbook or comma-separated, not empty and not too large', () => {
    expect(refusedFile({ name: '台账.XLSX', size: 10 })).toBeUndefined()
    expect(refusedFile({ name: 'a.csv', size: MOST_BYTES })).toBeUndefined()
    expect(refusedFile({ name: 'a.csv', size: MOST_BYTES + 1 })).toBe('tooBig')
    expect(refusedFile({ name: 'a.csv', size: 0 })).toBe('emptyFile')
    expect(refusedFile({ name: 'a.xls', size: 10 })).toBe('oldExcel')
    expect(refusedFile({ name: 'a.pdf', size: 10 })).toBe('wrongType')
  })

  it('has a size people can read', () => {
    expect(sizeText(12)).toBe('1 KB')
    expect(sizeText(1_572_864)).toBe('1.5 MB')
  })
})
