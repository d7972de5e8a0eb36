/** The wire of referrers. Absent means null. */
export interface Referrer {
  /** Absent for a name that leads have and nobody keeps yet. */
  id?: string
  name: string
  from?: string
  until?: string
  current: boolean
  note?: string
  zone: string
  leads: number
  conversion: { numerator: number; denominator: number; value?: string; open: { numerator: string; denominator: string } }
}

/** 0.3333 as 33.3%; what has no denominator has no rate. */
export function rateText(value: string | undefined): string {
  return value === undefined ? '' : `${(Math.round(Number(value) * 1000) / 10).toFixed(1)}%`
}
