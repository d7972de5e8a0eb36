import { i18n, label } from '@/i18n'
import { useDirectory } from '@/directory/useDirectory'
import { chinaDay } from '@/ui/clock'

/** The wire of figures. Absent means null: no denominator, no value. */
export interface FigureCount {
  value: number
  unit: 'LEAD' | 'SECOND'
  open: string
}
export interface FigureRow {
  key?: string
  /** A name for a code that nobody here has a directory of. */
  label?: string
  numerator: FigureCount
  denominator: FigureCount
  value?: string
  median?: string
}
export interface Figure {
  figure: string
  cutOff: string
  from?: string
  to?: string
  by?: string
  unit: 'RATIO' | 'DAY'
  rows: FigureRow[]
  total?: FigureRow
}

const COMMON = ['channel', 'chain', 'region', 'referrer', 'owner', 'zone'] as const

/** Which figures there are, and what each can be told apart by; the service refuses any other. */
export const FIGURES: Record<string, readonly string[]> = {
  intake: ['channel', 'chain', 'region', 'referrer', 'owner', 'state', 'zone'],
  'conversion-rate': COMMON,
  'response-compliance': COMMON,
  'win-rate': COMMON,
  'lost-reasons': ['reason', ...COMMON],
  dwell: ['state'],
}

/** The addresses' names for the rows of a figure. */
export const FIGURE_FILTER = ['figure', 'part', 'by', 'key', 'from', 'to', 'asOf'] as const

export const PERIODS = ['year', 'quarter', 'month', 'lastYear', 'all', 'custom'] as const
export type Period = (typeof PERIODS)[number]

/** First and last day of a period that is named by today, or by the day a figure is of. */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const [year = '', month = ''] = today.split('-')
  const quarter = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')
  switch (period) {
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` }
    case 'quarter':
      return { from: `${year}-${quarter}-01`, to: lastDay(Number(year), Number(quarter) + 2) }
    case 'month':
      return { from: `${year}-${month}-01`, to: lastDay(Number(year), Number(month)) }
    case 'lastYear':
      return { from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31` }
    case 'all':
    case 'custom':
      return { from: '', to: '' }
  }
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** 0.3333 as 33.3%; what has no denominator has no rate. */
export function rateText(value: string | undefined): string {
  return value === undefined ? i18n.global.t('common.none') : `${(Math.round(Number(value) * 1000) / 10).toFixed(1)}%`
}

export function valueText(figure: Figure, value: string | undefined): string {
  if (figure.unit === 'RATIO' || value === undefined) return rateText(value)
  return i18n.global.t('common.days', { n: Number(value).toFixed(1) })
}

/** Days of seconds; leads as they are. */
export function countText(count: FigureCount): string {
  return count.unit === 'SECOND' ? i18n.global.t('common.days', { n: (count.value / 86_400).toFixed(1) }) : count.value.toLocaleString()
}

/** What a row is about. */
export function keyText(by: string | undefined, key: string | undefined): string {
  if (key === undefined || by === undefined) return i18n.global.t('figure.total')
  if (key === '') return i18n.global.t('figure.notGiven')
  const directory = useDirectory()
  const names: Record<string, (code: string) => string> = { chain: directory.chain, owner: directory.person, zone: directory.zone }
  return names[by]?.(key) ?? (['channel', 'state', 'reason'].includes(by) ? label(by, key) : key)
}

/** Which rows of which figure a list shows, in words. */
export function rowsText(one: (name: string) => string, hasKey: boolean): string {
  const { t } = i18n.global
  const period = one('from') || one('to') ? `${one('from') || '…'} — ${one('to') || '…'}` : ''
  const asOf = one('asOf')
  return [
    t(`figure.name.${one('figure')}`),
    one('part') === 'numerator' ? t('figure.numerator') : t('figure.denominator'),
    hasKey ? keyText(one('by') || (one('figure') === 'dwell' ? 'state' : one('figure') === 'lost-reasons' ? 'reason' : ''), one('key')) : '',
    period,
    asOf ? t('figure.asOf', { on: asOf.includes('T') ? chinaDay(asOf) : asOf }) : '',
  ]
    .filter((word) => word)
    .join(' · ')
}
