import { useLocalStorage } from '@vueuse/core'
import type { Ref } from 'vue'

/**
 * What is typed stays in the browser until it is done with. `done` forgets it also when the form has gone meanwhile: nothing watches it
 * any more then, and it would be offered once more.
 */
export function useKept<T extends object>(under: string, blank: () => T): { draft: Ref<T>; done: () => void } {
  const draft = useLocalStorage<T>(under, blank(), { mergeDefaults: true })
  function done(): void {
    draft.value = blank()
    localStorage.removeItem(under)
  }
  return { draft, done }
}
