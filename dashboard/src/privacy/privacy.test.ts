import { describe, expect, it } from 'vitest'
import { grouped, listed, stepsDone, withOne } from './types'

describe('whom a request is about', () => {
  it('takes lines and commas of either width, each value once', () => {
    expect(listed('13812345678\n 139， 139；138')).toEqual(['13812345678', '139', '138'])
    expect(listed('  ')).toEqual([])
  })
  it('adds what was found besides, and nothing twice', () => {
    expect(withOne('a@x.cn', 'b@x.cn')).toBe('a@x.cn\nb@x.cn')
    expect(withOne('a@x.cn', 'a@x.cn')).toBe('a@x.cn')
  })
})

describe('an erasure', () => {
  it('says how many steps are behind it', () => {
    expect(stepsDone({ state: 'FINDING' })).toEqual({ done: 0, of: 6 })
    expect(stepsDone({ state: 'DONE' })).toEqual({ done: 6, of: 6 })
  })
  it('names each kind of remark once', () => {
    const remark = (code: string, id: string) => ({ code, place: 'leads', id })
    expect(grouped([remark('FILE', '1'), remark('PROJECT', '2'), remark('FILE', '3')]).map((one) => [one.code, one.remarks.length])).toEqual([['FILE', 2], ['PROJECT', 1]])
  })
})
