import { useLocalStorage, watchDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { api, newKey } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Lead } from '@/api/types'
import { useSession } from '@/session/useSession'
import { today } from '@/ui/clock'
import { inWan } from '@/ui/format'
import { pruned } from '@/ui/paths'

export interface LeadDraft {
  name: string
  content: string
  zone: string
  park: string
  channel: string
  referrer: string
  sourceNote: string
  receivedOn: string
  investor: string
  uscc: string
  region: string
  industry: string
  chain: string
  planned: string
  unknown: boolean
  landMu: string
  floorM2: string
  powerKva: string
  owner: string
  sponsor: string
  contactName: string
  contactTitle: string
  contactPhone: string
  contactEmail: string
}

const blank = (zone: string): LeadDraft => ({
  name: '', content: '', zone, park: '', channel: '', referrer: '', sourceNote: '', receivedOn: today(), investor: '', uscc: '', region: '', industry: '', chain: '', planned: '', unknown: false, landMu: '', floorM2: '', powerKva: '', owner: '', sponsor: '', contactName: '', contactTitle: '', contactPhone: '', contactEmail: '',
})

/** The body of the POST. What is empty is left out, what is not a number is sent as typed: the service names every error at once. */
export function bodyOf(draft: LeadDraft): unknown {
  const contact = pruned({ name: draft.contactName.trim(), title: draft.contactTitle.trim(), phone: draft.contactPhone.trim(), email: draft.contactEmail.trim() })
  return pruned({
    name: draft.name.trim(),
    content: draft.content.trim(),
    zone: draft.zone,
    park: draft.park,
    source: { channel: draft.channel, referrer: draft.referrer.trim(), note: draft.sourceNote.trim() },
    receivedOn: draft.receivedOn,
    investor: { name: draft.investor.trim(), uscc: draft.uscc.trim().toUpperCase(), region: draft.region.trim() },
    industry: draft.industry.trim(),
    chain: draft.chain,
    investment: { planned: inWan(draft.planned), unknown: draft.unknown && !draft.planned ? true : undefined },
    needs: { landMu: draft.landMu.trim(), floorM2: draft.floorM2.trim(), powerKva: draft.powerKva.trim() },
    assignment: { owner: draft.owner, sponsor: draft.sponsor },
    contacts: contact ? [contact] : undefined,
  })
}

const keptUnder = (person: string | undefined) => `lodestone.draft.lead.${person ?? ''}`

/** Whether something unsaved waits in the form of a new lead. */
export function hasDraft(person: string | undefined): boolean {
  return localStorage.getItem(keptUnder(person)) !== null
}

/** Puts what was typed or read elsewhere into the form of a new lead; nothing is stored before the person saves it there. */
export function keepDraft(person: string | undefined, draft: Partial<LeadDraft>): void {
  const filled = Object.fromEntries(Object.entries(draft).filter(([, value]) => value))
  const zone = useSession().zone
  localStorage.setItem(keptUnder(person), JSON.stringify({ draft: { ...(zone && { zone }), ...filled }, at: new Date().toISOString() }))
}

/** A new lead while it is being written: kept in the browser until it is saved. */
export function useLeadDraft() {
  const session = useSession()
  const own = session.me?.zones.filter((zone) => zone !== '*') ?? []
  const zone = session.zone || (own.length === 1 ? (own[0] ?? '') : '')
  const kept = useLocalStorage<{ draft: LeadDraft; at: string } | null>(keptUnder(session.me?.id), null, { serializer: { read: (text) => JSON.parse(text) as { draft: LeadDraft; at: string } | null, write: JSON.stringify } })
  const restored = ref(!!kept.value)
  const draft = ref<LeadDraft>({ ...blank(zone), ...kept.value?.draft })
  const errors = ref<Record<string, string>>({})
  const busy = ref(false)
  const keptAt = computed(() => kept.value?.at)
  let key = newKey()
  let saved = false

  watchDebounced(
    draft,
    () => {
      if (!saved) kept.value = { draft: draft.value, at: new Date().toISOString() }
    },
    { deep: true, debounce: 300 },
  )

  function discard(): void {
    draft.value = blank(zone)
    errors.value = {}
    restored.value = false
    kept.value = null
  }

  /** The saved lead, or undefined when something must be changed first. */
  async function submit(): Promise<Lead | undefined> {
    busy.value = true
    errors.value = {}
    try {
      const lead = (await api.post<Lead>('/api/leads', bodyOf(draft.value), key)).data
      saved = true
      kept.value = null
      // Itself: nothing watches what is kept any more once the form has been left.
      localStorage.removeItem(keptUnder(session.me?.id))
      return lead
    } catch (problem) {
      // A corrected form is another command.
      key = newKey()
      if (!(problem instanceof Problem)) throw problem
      if (problem.is('zone-not-yours')) errors.value = { zone: problem.message }
      else if (problem.errors.length) errors.value = Object.fromEntries(problem.errors.map((one) => [one.field, one.message]))
      else throw problem
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { draft, errors, busy, keptAt, restored, discard, submit }
}
