import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Lead } from '@/api/types'
import { setLocale } from '@/i18n'
import { chosenFields, mergeLines } from './choices'

setActivePinia(createPinia())
beforeEach(() => setLocale('zh-CN'))
const lead = (facts: Partial<Lead>) => ({ id: 'a', number: '1', version: 1, zone: '140827', state: 'NEW', stateSince: '', name: '锂电铜箔', createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', ...facts }) as Lead

describe('the choice between two leads', () => {
  const target = lead({ name: '铜箔一期', investor: { name: '龙电华鑫' }, investment: { planned: { value: '100', unit: 'CNY_10K' } } })
  const from = lead({ name: '铜箔项目', investor: { name: '龙电华鑫', uscc: '91140827MA0DEM013B' }, investment: { planned: { value: '1000000', unit: 'CNY' } } })
  const lines = mergeLines(target, from)

  it('is asked only where they differ', () => {
    expect(lines.differing.map((line) => line.path)).toEqual(['investor.uscc', 'name'])
  })

  it('folds what both say, amounts by their worth', () => {
    expect(lines.equal.map((line) => line.path)).toEqual(['investor.name', 'investment.planned'])
  })

  it('keeps what is there and fills what is missing', () => {
    expect(lines.differing.map((line) => line.preset)).toEqual(['from', 'target'])
    expect(chosenFields(lines.differing, {})).toEqual({ 'investor.uscc': 'from' })
  })

  it('follows the person', () => {
    expect(chosenFields(lines.differing, { name: 'from', 'investor.uscc': 'target' })).toEqual({ name: 'from' })
  })
})
