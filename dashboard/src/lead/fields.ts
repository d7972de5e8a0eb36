/** How each fact of a lead is shown and edited. */
export type FieldKind = 'text' | 'long' | 'date' | 'amount' | 'decimal' | 'integer' | 'chain' | 'park' | 'person' | 'channel' | 'list' | 'chainRole'

export interface FactField {
  path: string
  kind: FieldKind
}
export interface FactGroup {
  title: string
  fields: readonly FactField[]
  figures?: boolean
}

const f = (path: string, kind: FieldKind = 'text'): FactField => ({ path, kind })

export const GROUPS: readonly FactGroup[] = [
  { title: 'lead.groupInvestor', fields: [f('investor.name'), f('investor.uscc'), f('investor.region'), f('industry'), f('chain', 'chain')] },
  { title: 'lead.facts', fields: [f('name'), f('content', 'long')] },
  {
    title: 'lead.figures',
    figures: true,
    fields: [f('investment.planned', 'amount'), f('needs.landMu', 'decimal'), f('needs.floorM2', 'decimal'), f('needs.powerKva', 'decimal'), f('expected.output', 'amount'), f('expected.tax', 'amount'), f('expected.jobs', 'integer')],
  },
  { title: 'lead.site', fields: [f('park', 'park'), f('siteOptions', 'list'), f('keyTerms', 'long'), f('needs.environment', 'long')] },
  { title: 'lead.sourceGroup', fields: [f('source.channel', 'channel'), f('source.referrer'), f('source.note', 'long'), f('receivedOn', 'date'), f('tags', 'list')] },
]
