import type { Amount } from '@/api/types'
import { label } from '@/i18n'
import { useDirectory } from '@/directory/useDirectory'
import type { FieldKind } from '@/lead/fields'
import { amountText, inWan, wanOf } from '@/ui/format'

/** A fact as a person reads it. */
export function factText(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  const directory = useDirectory()
  switch (kind) {
    case 'amount':
      return amountText(value as Amount)
    case 'chain':
      return directory.chain(String(value))
    case 'park':
      return directory.park(String(value))
    case 'person':
      return directory.person(String(value))
    case 'channel':
      return label('channel', String(value))
    case 'chainRole':
      return label('chainRole', String(value))
    case 'list':
      return (value as string[]).join('、')
    case 'decimal':
    case 'integer':
      return String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
    case 'text':
    case 'long':
    case 'date':
      return String(value)
  }
}

/** What stands in the input while a fact is edited. */
export function toInput(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'amount') return wanOf(value as Amount)
  if (kind === 'list') return (value as string[]).join('\n')
  return String(value)
}

/** What goes onto the wire; `null` removes. What is not a number is sent as typed, so that the service names the field. */
export function fromInput(kind: FieldKind, typed: string): unknown {
  const text = typed.trim()
  if (!text) return null
  switch (kind) {
    case 'amount':
      return inWan(text)
    case 'decimal':
      return text.replaceAll(',', '')
    case 'integer':
      return /^\d+$/.test(text) ? Number(text) : text
    case 'list':
      return text.split(/[\n、]/).map((one) => one.trim()).filter(Boolean)
    case 'text':
    case 'long':
    case 'date':
    case 'chain':
    case 'park':
    case 'person':
    case 'channel':
    case 'chainRole':
      return text
  }
}
