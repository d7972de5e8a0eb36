/** Holidays and make-up days 调休 of a year, as the directory has them. */
export interface WorkingYear {
  year?: number
  holidays?: readonly string[]
  workdays?: readonly string[]
}

const LONGEST_HOLIDAY = 31
const utc = (day: string) => new Date(`${day}T00:00:00Z`)

export function plusDays(day: string, days: number): string {
  const at = utc(day)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export function isWorkday(day: string, years: readonly WorkingYear[]): boolean {
  if (years.some((year) => year.workdays?.includes(day))) return true
  const weekday = utc(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !years.some((year) => year.holidays?.includes(day))
}

/** So many days later; what falls on a day nobody works is put off to the next working day. */
export function workdayIn(day: string, days: number, years: readonly WorkingYear[]): string {
  let at = plusDays(day, days)
  for (let put = 0; put < LONGEST_HOLIDAY && !isWorkday(at, years); put++) at = plusDays(at, 1)
  return at
}
