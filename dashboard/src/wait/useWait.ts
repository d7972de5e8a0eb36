import { api, newKey } from '@/api/client'
import type { Lead } from '@/api/types'
import { i18n } from '@/i18n'
import { moment } from '@/lead/clocks'
import { complain, tellWithUndo } from '@/ui/notice'

const t = i18n.global.t

/** Sets and ends waits, each of which can be taken back at once. */
export function useWait(changed: () => Promise<void> | void) {
  const path = (lead: Lead) => `/api/leads/${lead.id}/waits`

  async function begin(lead: Lead, reason: string, until: string, key = newKey()): Promise<void> {
    const now = (await api.post<Lead>(path(lead), { reason, until }, key)).data
    tellWithUndo(t('wait.done', { until: now.waiting ? moment(now.waiting.until) : until }), async () => {
      await api.delete(path(lead))
      await changed()
    })
    await changed()
  }

  async function end(lead: Lead): Promise<void> {
    const before = lead.waiting
    try {
      await api.delete(path(lead))
    } catch (error) {
      complain(error)
      return
    }
    tellWithUndo(t('wait.ended'), async () => {
      if (before) await api.post(path(lead), { reason: before.reason, until: before.until })
      await changed()
    })
    await changed()
  }

  return { begin, end }
}
