import { readonly, ref } from 'vue'
import { clockNow } from './clock'

const now = ref(clockNow())
let ticking = false

/** The time, moving every 20 s: enough for "3 分钟前", cheap for a table. */
export function useNow() {
  if (!ticking) {
    ticking = true
    setInterval(() => (now.value = clockNow()), 20_000)
  }
  return readonly(now)
}
