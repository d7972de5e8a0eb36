import type { CreditShare, Registration } from '@/api/leadCare'
import { today } from '@/ui/clock'
import { dateOf, daysBetween } from '@/ui/format'

/** Percents are typed; what is not a whole number from 0 to 100 counts as nothing and is not ready to be sent. */
export function percentOf(typed: string): number | undefined {
  const text = typed.trim().replace(/[%％]$/, '')
  return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : undefined
}
export function creditSum(shares: readonly { zone: string; percent: string }[]): number {
  return shares.reduce((sum, share) => sum + (percentOf(share.percent) ?? 0), 0)
}
/** A split is whole when every share is a percent, at least two zones have one and together they are a hundred. */
export function creditReady(shares: readonly { zone: string; percent: string }[]): boolean {
  return shares.every((share) => percentOf(share.percent) !== undefined) && shares.filter((share) => (percentOf(share.percent) ?? 0) > 0).length > 1 && creditSum(shares) === 100
}
export function creditOf(shares: readonly { zone: string; percent: string }[]): CreditShare[] {
  return shares.flatMap(({ zone, percent }) => (percentOf(percent) ? [{ zone, percent: percentOf(percent) ?? 0 }] : []))
}

/** Who else claims the investor, each once. */
export function rivals(registration: Registration): string[] {
  const zones = [...(registration.disputes ?? []), ...(registration.clashes ?? [])].map((one) => one.zone)
  return [...new Set(zones)].filter((zone) => zone !== registration.zone)
}

/** The zones among which the city decides: the holder first. */
export function claimants(registration: Registration): string[] {
  return [...new Set([registration.zone, ...rivals(registration), ...(registration.credit ?? []).map((share) => share.zone)])]
}

export const daysLeft = (until: string | undefined, now = today()) => (until ? daysBetween(now, dateOf(until)) : undefined)

/** What waits for the city first, then what ends soonest. */
export function byUrgency(a: Registration, b: Registration): number {
  const weight = (one: Registration) => (one.disputedAt ? 0 : one.state === 'CLASHING' ? 1 : one.state === 'PROTECTED' ? 2 : 3)
  return weight(a) - weight(b) || (a.until ?? '9999').localeCompare(b.until ?? '9999') || a.on.localeCompare(b.on)
}
