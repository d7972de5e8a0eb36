import { onBeforeUnmount } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** Whether the page is still the one looked at: who has gone elsewhere while something was under way is not led back by its answer. */
export function useHere(): () => boolean {
  let here = true
  const gone = () => {
    here = false
  }
  onBeforeRouteLeave(gone)
  onBeforeUnmount(gone)
  return () => here
}
