/** As `/api/assignment-rules`, `/api/absences` and `/api/handovers` answer. */
export interface Rule {
  id: string
  zone: string
  name: string
  when: { parks: string[]; chains: string[]; channels: string[]; amountFrom?: string; amountTo?: string }
  to: string[]
  by: 'ROUND_ROBIN' | 'LEAST_LOADED'
  capacity?: number
  active: boolean
}
export interface Absence {
  id: string
  person: string
  from: string
  to: string
  standIn: string
  by: string
}
export interface Handover {
  id: string
  state: 'RUNNING' | 'DONE'
  from: string
  to: string
  reason?: string
  by: string
  at: string
  total: number
  moved: number
  failed: number
  results?: { id: string; number?: string; ok: boolean; problem?: string }[]
  /** Where else they were named, and what became of it. */
  named?: { kind: 'RULE' | 'STAND_IN' | 'PROJECT'; id: string; name: string; outcome: 'REPLACED' | 'REMOVED' | 'LEFT'; done: boolean; text: string }[]
}

/** What a rule needs as names and sentences; the words come from the messages. */
export interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  park: (id: string) => string
  chain: (id: string) => string
  channel: (code: string) => string
  person: (id: string) => string
}

/** A rule as one sentence: what it fits, who gets it, and how. */
export function sentence(rule: Pick<Rule, 'when' | 'to' | 'by' | 'capacity'>, words: Words): string {
  const { t } = words
  const among = (key: string, values: string[], name: (id: string) => string) => (values.length ? [t(key, { names: values.map(name).join(t('sharing.or')) })] : [])
  const { amountFrom, amountTo } = rule.when
  const amount = amountFrom && amountTo ? [t('sharing.amountBetween', { from: amountFrom, to: amountTo })] : amountFrom ? [t('sharing.amountFromOn', { from: amountFrom })] : amountTo ? [t('sharing.amountBelow', { to: amountTo })] : []
  const conditions = [...among('sharing.inParks', rule.when.parks, words.park), ...among('sharing.ofChains', rule.when.chains, words.chain), ...among('sharing.byChannels', rule.when.channels, words.channel), ...amount]
  const what = conditions.length ? conditions.join(t('sharing.and')) : t('sharing.every')
  const who = rule.to.map(words.person).join(t('sharing.comma')) || t('sharing.nobody')
  return t(rule.by === 'ROUND_ROBIN' ? 'sharing.inTurn' : 'sharing.leastLoaded', { what, who }) + (rule.capacity ? t('sharing.upTo', { n: rule.capacity }) : '')
}

/** Where something goes that is moved by a number of places; the ends hold. */
export function moved(at: number, by: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at + by))
}
