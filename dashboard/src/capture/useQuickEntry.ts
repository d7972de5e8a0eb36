import { useLocalStorage } from '@vueuse/core'
import { computed, ref } from 'vue'
import { api, newKey } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Lead } from '@/api/types'
import { keepDraft, type LeadDraft } from '@/lead/useLeadDraft'
import { useSession } from '@/session/useSession'
import { today } from '@/ui/clock'
import { amountText } from '@/ui/format'
import { pruned } from '@/ui/paths'
import { readAmount } from './amount'

export interface QuickLead {
  name: string
  investor: string
  phone: string
  amount: string
  channel: string
  zone: string
}
const blank = (channel = '', zone = ''): QuickLead => ({ name: '', investor: '', phone: '', amount: '', channel, zone })

/** What stands in the form once a lead is saved: what was typed while it was under way is the next one. */
export function afterwards(sent: QuickLead, now: QuickLead): QuickLead {
  const typed = (['name', 'investor', 'phone', 'amount'] as const).filter((field) => now[field] !== sent[field])
  return { ...blank(now.channel, now.zone), ...Object.fromEntries(typed.map((field) => [field, now[field]])) }
}

/** The body of the POST; an amount that cannot be read is sent as typed, so that the service names the field. */
export function quickBody(lead: QuickLead, on: string): unknown {
  const typed = lead.amount.trim()
  return pruned({
    name: lead.name.trim(),
    zone: lead.zone,
    source: { channel: lead.channel },
    receivedOn: on,
    investor: { name: lead.investor.trim() },
    contacts: lead.phone.trim() ? [{ phone: lead.phone.trim() }] : undefined,
    investment: typed ? { planned: readAmount(typed) ?? { value: typed, unit: 'CNY_10K' } } : undefined,
  })
}

/** Several leads one after the other, without leaving the list; what is typed is kept until it is saved. */
export function useQuickEntry() {
  const session = useSession()
  const keptUnder = `lodestone.quick.${session.me?.id ?? ''}`
  const form = useLocalStorage<QuickLead>(keptUnder, blank(), { mergeDefaults: true })
  const errors = ref<Record<string, string>>({})
  const busy = ref(false)
  const saved = ref<Lead[]>([])
  const amount = computed(() => (form.value.amount.trim() ? readAmount(form.value.amount) : undefined))
  const amountRead = computed(() => (amount.value ? amountText(amount.value) : ''))
  const own = session.me?.zones.filter((zone) => zone !== '*') ?? []
  const asksZone = own.length > 1 && !session.zone
  let key = newKey()

  async function save(): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    errors.value = {}
    try {
      const zone = asksZone ? form.value.zone : session.zone
      const sent = { ...form.value }
      const lead = (await api.post<Lead>('/api/leads', quickBody({ ...sent, zone }, today()), key)).data
      saved.value = [lead, ...saved.value].slice(0, 5)
      form.value = afterwards(sent, form.value)
      // Itself: nothing watches the form any more once it has been closed.
      localStorage.setItem(keptUnder, JSON.stringify(form.value))
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.is('zone-not-yours')) errors.value = { zone: problem.message }
      else if (problem.errors.length) errors.value = Object.fromEntries(problem.errors.map((one) => [one.field, one.message]))
      else throw problem
      return false
    } finally {
      // What is corrected or entered next is another command.
      key = newKey()
      busy.value = false
    }
  }

  /** Goes on in the whole form with what is typed here. */
  function toWholeForm(): void {
    const { name, investor, phone, amount: typed, channel } = form.value
    const draft: Partial<LeadDraft> = { name, investor, contactPhone: phone, planned: readAmount(typed)?.value ?? typed, channel }
    keepDraft(session.me?.id, draft)
    form.value = blank(channel, form.value.zone)
  }

  return { form, errors, busy, saved, amount, amountRead, asksZone, own, save, toWholeForm }
}
