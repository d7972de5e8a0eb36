import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useSession } from '@/session/useSession'

/** The short ways to a lead, opened from the list, from a key or from the commands. */
export const useCapture = defineStore('capture', () => {
  const session = useSession()
  const quick = ref(false)
  const pasting = ref(false)

  function openQuick(): void {
    if (session.canWrite) quick.value = true
  }
  function openPaste(): void {
    if (session.canWrite) pasting.value = true
  }

  return { quick, pasting, openQuick, openPaste }
})
