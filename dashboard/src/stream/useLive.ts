import { onScopeDispose } from 'vue'
import { hub, type LiveListener } from './hub'

/** Listens to the browser's one stream for as long as the calling component lives. */
export function useLive(listener: LiveListener) {
  hub.start()
  onScopeDispose(hub.listen(listener))
  return { state: hub.state, lastEventAt: hub.lastEventAt, caughtUp: hub.caughtUp }
}
