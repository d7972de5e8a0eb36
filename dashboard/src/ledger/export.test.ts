import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/i18n'
import { exportLink, filterText } from './exportLink'

describe('an export', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    setLocale('zh-CN')
  })

  it('asks for exactly what the filter shows', () => {
    expect(exportLink('xlsx', { q: '', state: ['NEW', 'ENGAGING'], owner: 'officer.yuanqu', sort: '-updatedAt' })).toBe('/api/leads/export.xlsx?state=NEW&state=ENGAGING&owner=officer.yuanqu&sort=-updatedAt')
  })

  it('has the columns of the list if that is wanted', () => {
    expect(exportLink('csv', {}, ['name', 'dwell', 'nextAction'])).toBe('/api/leads/export.csv?columns=name&columns=nextAction.what&columns=nextAction.on')
  })

  it('is logged in words', () => {
    expect(filterText({ state: 'NEW,ENGAGING', q: '锂电,铜', sort: '-updatedAt', tag: 'a' })).toBe('新线索 · 跟踪对接 · “锂电,铜” · tag=a')
    expect(filterText({ picked: '2', ids: 'a,b' })).toBe('已选 2 条')
    expect(filterText(undefined)).toBe('')
  })
})
