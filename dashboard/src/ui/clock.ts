import { ref } from 'vue'

/** By how many milliseconds the service's clock is ahead of the browser's. Business goes by the service's, wherever a laptop's clock stands. */
const ahead = ref(0)

/** The service said what time it is. */
export function setClock(now: string): void {
  const at = Date.parse(now)
  if (!Number.isNaN(at)) ahead.value = at - Date.now()
}

/** Something happened at that moment: the service's clock stands there or later. */
export function notBefore(moment: string): void {
  if (Date.parse(moment) > clockNow()) setClock(moment)
}

export function clockNow(): number {
  return Date.now() + ahead.value
}

/** The day of a moment where business is done: zones are in China, whoever reads may be elsewhere. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
export function chinaDay(moment: string | number): string {
  return DAY.format(new Date(moment))
}

export function today(): string {
  return chinaDay(clockNow())
}
