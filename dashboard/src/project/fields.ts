import type { FactGroup } from '@/lead/fields'

export const GROUPS: readonly FactGroup[] = [
  {
    title: 'project.company',
    fields: [
      { path: 'name', kind: 'text' },
      { path: 'company.name', kind: 'text' },
      { path: 'company.uscc', kind: 'text' },
      { path: 'company.registeredOn', kind: 'date' },
      { path: 'park', kind: 'park' },
      { path: 'industry', kind: 'text' },
      { path: 'chain', kind: 'chain' },
      { path: 'chainRole', kind: 'chainRole' },
    ],
  },
  {
    title: 'project.money',
    figures: true,
    fields: [
      { path: 'investment.total', kind: 'amount' },
      { path: 'investment.fixed', kind: 'amount' },
      { path: 'output.expected', kind: 'amount' },
      { path: 'output.actual', kind: 'amount' },
    ],
  },
  {
    title: 'project.dates',
    fields: [
      { path: 'targetStartOn', kind: 'date' },
      { path: 'dates.started', kind: 'date' },
      { path: 'dates.completed', kind: 'date' },
      { path: 'dates.trial', kind: 'date' },
      { path: 'dates.producing', kind: 'date' },
      { path: 'dates.fullCapacity', kind: 'date' },
      { path: 'dates.investmentStatistics', kind: 'date' },
      { path: 'dates.enterpriseStatistics', kind: 'date' },
    ],
  },
]

export const PEOPLE = [
  { path: 'responsibility.sponsor', kind: 'person', roles: ['leader'] },
  { path: 'responsibility.departmentLead', kind: 'person', roles: ['manager'] },
  { path: 'responsibility.deliveryUnit', kind: 'text', roles: [] },
  { path: 'responsibility.officer', kind: 'person', roles: ['officer'] },
] as const
