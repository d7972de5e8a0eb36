import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Lead } from '@/api/types'
import { setLocale } from '@/i18n'
import { chosenFields, mergeLines } from './choices'

setActivePinia(createPinia())
beforeEach(() => setLocale('zh-CN'))
const lead = (facts: Partial<Lead>) => ({ id: 'a', number: '1', version: 1, zone: '140827', state: 'NEW', stateSince: '', name: '锂电铜箔', createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', ...facts }) as Lead

describe('the choice between two leads', () => {
  const target = lead({ name: '铜箔一期', industry: 'C3985', investor: { name: '龙电华鑫' }, nextAction: { what: '回访', on: '2026-12-09' }, investment: { planned: { value: '100', unit: 'CNY_10K' } } })
  const from = lead({ name: '铜箔项目', industry: 'C3841', investor: { name: '龙电华鑫', uscc: '91140827MA0DEM013B' }, investment: { planned: { value: '1000000', unit: 'CNY' } }, needs: { landMu: '60' }, nextAction: { what: '回访', on: '2026-12-01' } })
  const lines = mergeLines(target, from)

  it('is asked only where they differ, by what belongs together', () => {
    expect(lines.differing.map((line) => line.field)).toEqual(['investor.uscc', 'industry', 'name', 'needs.landMu', 'nextAction'])
    expect(lines.differing[4]?.parts.map((part) => part.path)).toEqual(['nextAction.what', 'nextAction.on'])
  })

  it('folds what both say, amounts by their worth', () => {
    expect(lines.equal.map((line) => line.field)).toEqual(['investor.name', 'investment'])
  })

  it('keeps what is there, and takes the other where it knows all of it and more', () => {
    expect(chosenFields(lines.differing, {})).toEqual({ 'investor.uscc': 'from', industry: 'into', name: 'into', 'needs.landMu': 'from', nextAction: 'into' })
  })

  it('follows the person', () => {
    expect(chosenFields(lines.differing, { name: 'from', 'investor.uscc': 'target' })).toMatchObject({ name: 'from', 'investor.uscc': 'into' })
  })

  it('is none between two of the same', () => {
    expect(mergeLines(target, { ...target, id: 'b' }).differing).toEqual([])
  })
})
