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

/** By the clock on the wall where business is done: zones are in China, whoever reads may be elsewhere. `2026-11-28 09:05:07`, or nothing for no moment. */
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })
export function chinaTime(moment: string | number | Date): string {
  const at = new Date(moment)
  return Number.isNaN(at.getTime()) ? '' : WALL.format(at)
}

export function chinaDay(moment: string | number | Date): string {
  return chinaTime(moment).slice(0, 10)
}

export function today(): string {
  return chinaDay(clockNow())
}
