import type { Amount } from '@/api/types'
import { i18n } from '@/i18n'
import { chinaDay, chinaTime, clockNow } from './clock'

const t = i18n.global.t
const FEN_PER_YI = 10_000_000_000n
const FEN_PER_WAN = 1_000_000n

/** An amount in fen, exactly: amounts never become binary floats. Undefined if it is not a decimal. */
export function fen(amount: Amount | undefined): bigint | undefined {
  const match = amount && /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.value)
  if (!match) return undefined
  const [, sign, whole = '0', part = ''] = match
  const scale = amount.unit === 'CNY_10K' ? 6 : 2
  const digits = BigInt(whole + part.padEnd(scale, '0').slice(0, scale))
  return sign ? -digits : digits
}

/** Rounded half up to so many decimals, with thousands separators. */
function decimal(value: bigint, unit: bigint, decimals: number, trim: boolean): string {
  const factor = 10n ** BigInt(decimals)
  const negative = value < 0n
  const scaled = ((negative ? -value : value) * factor * 2n + unit) / (unit * 2n)
  const whole = (scaled / factor).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  let rest = decimals ? (scaled % factor).toString().padStart(decimals, '0') : ''
  if (trim) rest = rest.replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (rest && `.${rest}`)
}

export interface Shown {
  figure: string
  unit: string
  /** From 5亿: worth a second look. */
  large: boolean
}

/** 亿元 from 1亿 up, else 万元; in English millions and billions. */
export function showAmount(amount: Amount | undefined): Shown | undefined {
  const value = fen(amount)
  if (value === undefined) return undefined
  const size = value < 0n ? -value : value
  const large = size >= 5n * FEN_PER_YI
  if (i18n.global.locale.value === 'en') {
    if (size >= 10n * FEN_PER_YI) return { figure: `¥${decimal(value, 10n * FEN_PER_YI, 2, false)}`, unit: t('unit.yi'), large }
    return { figure: `¥${decimal(value, 100n * FEN_PER_WAN, 2, true)}`, unit: t('unit.wan'), large }
  }
  if (size >= FEN_PER_YI) return { figure: decimal(value, FEN_PER_YI, 2, false), unit: t('unit.yi'), large }
  if (size >= FEN_PER_WAN || size === 0n) return { figure: decimal(value, FEN_PER_WAN, 2, true), unit: t('unit.wan'), large }
  return { figure: decimal(value, 100n, 2, true), unit: t('unit.yuan'), large }
}

export function amountText(amount: Amount | undefined): string {
  const shown = showAmount(amount)
  return shown ? `${shown.figure} ${shown.unit}` : t('common.none')
}

export function sumOf(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  const known = amounts.map(fen).filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  const total = known.reduce((sum, value) => sum + value, 0n)
  return { value: `${total / 100n}.${(total % 100n).toString().padStart(2, '0')}`, unit: 'CNY' }
}

/** What a person types as 万元; digits and one point are sent as typed, so that the service judges them. */
export function inWan(typed: string): Amount | undefined {
  const value = typed.replace(/[,，\s]/g, '')
  return value ? { value, unit: 'CNY_10K' } : undefined
}

export function wanOf(amount: Amount | undefined): string {
  const value = fen(amount)
  return value === undefined ? '' : decimal(value, FEN_PER_WAN, 6, true).replaceAll(',', '')
}

const DAY = 86_400_000

export const dateOf = chinaDay
export function timeOf(moment: string | number | Date): string {
  return chinaTime(moment).slice(11, 16)
}
export const exactly: (moment: string) => string = chinaTime
/** Whole calendar days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}
export function daysSince(moment: string | undefined, now = clockNow()): number {
  return moment ? Math.max(0, Math.floor((now - Date.parse(moment)) / DAY)) : 0
}

export function ago(moment: string | number, now = clockNow()): string {
  const at = new Date(moment).getTime()
  const seconds = Math.floor((now - at) / 1000)
  if (seconds < 60) return t('time.now')
  if (seconds < 3600) return t('time.minutes', { n: Math.floor(seconds / 60) })
  const days = daysBetween(dateOf(at), dateOf(now))
  if (days === 0) return t('time.hours', { n: Math.floor(seconds / 3600) })
  if (days === 1) return t('time.yesterday')
  return t('time.days', { n: days })
}

export function dwell(seconds: number | undefined): string {
  if (seconds === undefined) return ''
  if (seconds >= 86_400) return t('time.dwellDays', { n: Math.floor(seconds / 86_400) })
  if (seconds >= 3600) return t('time.dwellHours', { n: Math.floor(seconds / 3600) })
  return t('time.dwellMinutes', { n: Math.max(1, Math.floor(seconds / 60)) })
}

export interface Piece {
  text: string
  hit: boolean
}

/** A highlighted text as plain pieces, so that nothing a person typed is ever read as markup. */
export function marked(highlight: string): Piece[] {
  return highlight
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, index) => ({ text: unescape(text), hit: index % 2 === 1 }))
    .filter((piece) => piece.text)
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' }
function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
}
