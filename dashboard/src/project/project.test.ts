import { describe, expect, it } from 'vitest'
import type { Project } from '@/api/types'
import { evidenceOf, gateInputs, patchFor, type Filled } from './gateInputs'
import { isBack, letters, STAGES } from './stages'

const unmet = (requirement: string, field?: string) => ({ requirement, message: requirement, ...(field && { field }) })
const filled = (part: Partial<Filled> = {}): Filled => ({ fields: {}, permits: [], evidence: { kind: 'CONSTRUCTION_PERMIT', title: '', on: '2026-11-23' }, report: { month: '2026-11', summary: '' }, reason: '', ...part })

describe('a refused move', () => {
  it('asks for every unmet requirement with the input that fits', () => {
    const inputs = gateInputs([unmet('permits', 'permits'), unmet('officer', 'responsibility.officer'), unmet('delivery-unit', 'responsibility.deliveryUnit'), unmet('target-start', 'targetStartOn'), unmet('acceptance-date', 'dates.completed'), unmet('actual-output', 'output.actual'), unmet('progress-report', 'progressReports'), unmet('reason', 'reason'), unmet('checklist')])
    expect(inputs.map((input) => [input.where, input.kind])).toEqual([
      ['permits', 'text'],
      ['field', 'person'],
      ['field', 'text'],
      ['field', 'date'],
      ['field', 'date'],
      ['field', 'amount'],
      ['report', 'text'],
      ['reason', 'text'],
      ['elsewhere', 'text'],
    ])
  })

  it('asks once for evidence that two requirements want', () => {
    expect(gateInputs([unmet('start-proof', 'evidence'), unmet('dated-evidence', 'evidence')])).toMatchObject([{ where: 'evidence', message: 'start-proof；dated-evidence' }])
  })

  it('saves what was filled in, and keeps the permits that are there', () => {
    const inputs = gateInputs([unmet('company-name', 'company.name'), unmet('company-uscc', 'company.uscc'), unmet('permits', 'permits'), unmet('actual-output', 'output.actual')])
    const patch = patchFor(inputs, filled({ fields: { 'company.name': '甲公司', 'company.uscc': ' ', 'output.actual': '1,200' }, permits: ['LAND'] }), { permits: [{ id: 'p1', kind: 'POWER' }] } as Project)
    expect(patch).toEqual({ company: { name: '甲公司' }, output: { actual: { value: '1200', unit: 'CNY_10K' } }, permits: [{ id: 'p1', kind: 'POWER' }, { kind: 'LAND', mode: 'GOV_SERVICE' }] })
  })

  it('sends evidence only when it has a title', () => {
    expect(evidenceOf(filled())).toBeUndefined()
    expect(evidenceOf(filled({ evidence: { kind: 'LEASE', title: '租赁合同', on: '2026-11-01' } }))).toEqual([{ kind: 'LEASE', title: '租赁合同', on: '2026-11-01' }])
  })
})

describe('M and a letter', () => {
  it('reaches every stage by a letter of its own, never by M itself', () => {
    const keys = [...letters(STAGES).values()]
    expect(new Set(keys).size).toBe(STAGES.length)
    expect(keys).not.toContain('m')
    expect(keys.every(Boolean)).toBe(true)
  })

  it('knows what is backward', () => {
    expect(isBack('STARTED', 'PREPARING')).toBe(true)
    expect(isBack('PREPARING', 'STARTED')).toBe(false)
  })
})
