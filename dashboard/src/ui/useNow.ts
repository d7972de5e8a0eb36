import { readonly, ref, watch } from 'vue'
import { clockNow } from './clock'

const now = ref(clockNow())
let ticking = false

/** The time, moving every 20 s: enough for "3 分钟前", cheap for a table. Once the service has said what time it is, it is that at once. */
export function useNow() {
  if (!ticking) {
    ticking = true
    watch(clockNow, (at) => (now.value = at), { flush: 'sync', immediate: true })
    setInterval(() => (now.value = clockNow()), 20_000)
  }
  return readonly(now)
}
