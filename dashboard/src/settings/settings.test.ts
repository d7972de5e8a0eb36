import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, shiftsOf, weightSum, type ZoneSettings } from './weights'

const settings: ZoneSettings = {
  zone: '140827',
  version: 2,
  registrationDays: 90,
  assessment: { proceedFrom: 60, rejectBelow: 35, floors: { intensity: '200', tax: '10' }, chains: ['copper-nickel'], factors: [{ code: 'CHAIN', weight: 40, steps: [] }, { code: 'AMOUNT', weight: 60, bands: [{ from: '0', percent: 20 }] }] },
}

describe('the settings of a zone', () => {
  it('go back whole: what the page does not edit is kept', () => {
    expect(bodyOf(settings, draftOf(settings))).toEqual({ registrationDays: settings.registrationDays, assessment: settings.assessment })
  })

  it('take what was typed', () => {
    const draft = { ...draftOf(settings), registrationDays: '120', tax: '', weights: { CHAIN: '30', AMOUNT: '70' } }
    expect(bodyOf(settings, draft)).toMatchObject({ registrationDays: 120, assessment: { floors: { intensity: '200' }, factors: [{ weight: 30 }, { weight: 70 }] } })
    expect(bodyOf(settings, draft)).not.toHaveProperty('assessment.floors.tax')
  })

  it('take hours as people write them, and send what is none as typed', () => {
    const hours = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]
    const own = { ...settings, hours }
    expect(draftOf(own).hours).toBe('09:00-12:00, 13:30-17:30')
    expect(bodyOf(own, draftOf(own))).toMatchObject({ hours })
    expect(shiftsOf('9：00—12:00、13:30至17:30')).toEqual(hours)
    expect(shiftsOf('morning')).toEqual([{ from: 'morning', to: '' }])
  })

  it('send what is no number as typed, and do not count it', () => {
    const draft = { ...draftOf(settings), weights: { CHAIN: 'x', AMOUNT: '60' } }
    expect(weightSum(draft)).toBe(60)
    expect(bodyOf(settings, draft)).toMatchObject({ assessment: { factors: [{ weight: 'x' }, { weight: 60 }] } })
  })
})
