import { useTimeoutFn } from '@vueuse/core'
import { onBeforeRouteLeave } from 'vue-router'

/**
 * Says what was typed once the hand rests. Not any more as soon as the page is being left: a changed address would take the place of the
 * click that leaves it.
 */
export function useTyped(say: () => void, rest = 160): () => void {
  const { start, stop } = useTimeoutFn(say, rest, { immediate: false })
  onBeforeRouteLeave(stop)
  return start
}
