/** A zone's settings as the service keeps them; what the page does not edit goes back as it came. */
export interface ZoneSettings {
  zone: string
  version: number
  at?: string
  by?: string
  registrationDays: number
  assessment: Scoring
  hours?: OfficeShift[]
}
export interface OfficeShift {
  from: string
  to: string
}
export interface Scoring {
  proceedFrom: number
  rejectBelow: number
  floors: { intensity?: string | number; tax?: string | number }
  factors: { code: string; weight: number; [more: string]: unknown }[]
  [more: string]: unknown
}

/** The form: everything as typed, so that the service judges it. */
export interface SettingsDraft {
  registrationDays: string
  proceedFrom: string
  rejectBelow: string
  intensity: string
  tax: string
  /** As people write them: 09:00-12:00, 13:30-17:30. */
  hours: string
  weights: Record<string, string>
}

const text = (value: string | number | undefined | null) => (value === undefined || value === null ? '' : String(value))
const whole = (typed: string): number | string => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : typed.trim())

export function draftOf(settings: ZoneSettings): SettingsDraft {
  const { assessment } = settings
  return {
    registrationDays: text(settings.registrationDays),
    proceedFrom: text(assessment.proceedFrom),
    rejectBelow: text(assessment.rejectBelow),
    intensity: text(assessment.floors?.intensity),
    tax: text(assessment.floors?.tax),
    hours: (settings.hours ?? []).map((shift) => `${shift.from}-${shift.to}`).join(', '),
    weights: Object.fromEntries(assessment.factors.map((factor) => [factor.code, text(factor.weight)])),
  }
}

/** What is no time goes out as typed, so that the service names it. */
export function shiftsOf(typed: string): OfficeShift[] {
  return typed
    .replaceAll('：', ':')
    .split(/[,，、;；]/)
    .map((shift) => shift.trim())
    .filter((shift) => shift)
    .map((shift) => {
      const [from = '', to = ''] = shift.split(/[-–—~至]/).map((time) => time.trim().replace(/^(\d):/, '0$1:'))
      return { from, to }
    })
}

export function weightSum(draft: SettingsDraft): number {
  return Object.values(draft.weights).reduce((sum, typed) => sum + (/^\d+$/.test(typed.trim()) ? Number(typed) : 0), 0)
}

/** The whole settings with what was typed; an emptied floor is no floor. */
export function bodyOf(settings: ZoneSettings, draft: SettingsDraft): unknown {
  const { assessment } = settings
  return {
    registrationDays: whole(draft.registrationDays),
    ...(settings.hours && { hours: shiftsOf(draft.hours) }),
    assessment: {
      ...assessment,
      proceedFrom: whole(draft.proceedFrom),
      rejectBelow: whole(draft.rejectBelow),
      floors: { ...(draft.intensity.trim() && { intensity: draft.intensity.trim() }), ...(draft.tax.trim() && { tax: draft.tax.trim() }) },
      factors: assessment.factors.map((factor) => ({ ...factor, weight: whole(draft.weights[factor.code] ?? '') })),
    },
  }
}
