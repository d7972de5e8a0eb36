import { ref } from 'vue'

/** Whether the last request reached the gateway, and how many writes wait to be sent again. */
export const offline = ref(false)
export const heldWrites = ref(0)

/** Resolves when the browser says it is online again, or after the delay: whichever comes first. */
export function untilReachable(delay: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, delay)
    addEventListener('online', done)
  })
}
