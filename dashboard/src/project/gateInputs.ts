import type { Permit, Project, Unmet } from '@/api/types'
import type { FieldKind } from '@/lead/fields'
import { fromInput } from '@/fact/factText'
import { merged, patchOf, pruned } from '@/ui/paths'

/** One input of the sheet that a refused move opens. */
export interface GateInput {
  requirement: string
  message: string
  /** A field is patched; evidence and a reason go with the move; permits and reports have forms of their own. */
  where: 'field' | 'evidence' | 'permits' | 'report' | 'reason' | 'elsewhere'
  path: string
  kind: FieldKind
  roles?: readonly string[]
}

const KINDS: readonly (readonly [pattern: RegExp, kind: FieldKind, roles?: readonly string[]])[] = [
  [/^responsibility\.officer$/, 'person', ['officer']],
  [/^responsibility\.sponsor$/, 'person', ['leader']],
  [/^responsibility\.departmentLead$/, 'person', ['manager']],
  [/(^dates\.|On$|\.on$)/, 'date'],
  [/(^output\.|^investment\.|\.amount$)/, 'amount'],
  [/^chain$/, 'chain'],
  [/^park$/, 'park'],
]

/** Every unmet requirement as an input; evidence that two requirements ask for is asked once. */
export function gateInputs(unmet: readonly Unmet[]): GateInput[] {
  const inputs: GateInput[] = []
  for (const { requirement, message, field } of unmet) {
    const path = field ?? requirement
    const input: GateInput = { requirement, message, where: 'field', path, kind: 'text' }
    if (/evidence|proof/i.test(path)) input.where = 'evidence'
    else if (/^permits/i.test(path)) input.where = 'permits'
    else if (/report/i.test(path)) input.where = 'report'
    else if (/^reason/i.test(path)) input.where = 'reason'
    else if (!field) input.where = 'elsewhere'
    else {
      const known = KINDS.find(([pattern]) => pattern.test(path))
      if (known) input.kind = known[1]
      if (known?.[2]) input.roles = known[2]
    }
    const same = input.where === 'evidence' && inputs.find((each) => each.where === 'evidence')
    if (same) same.message = `${same.message}；${message}`
    else inputs.push(input)
  }
  return inputs
}

export interface Filled {
  fields: Record<string, string>
  permits: string[]
  evidence: { kind: string; title: string; on: string }
  report: { month: string; summary: string }
  reason: string
}

/** Papers that prove a start; which of them a zone accepts, its template says. */
export const EVIDENCE = ['CONSTRUCTION_PERMIT', 'LEASE', 'FIT_OUT', 'ACCEPTANCE', 'OTHER'] as const

/** What has to be saved on the project before the move is tried again; empty if nothing. */
export function patchFor(inputs: readonly GateInput[], filled: Filled, project: Project): Record<string, unknown> {
  let patch: Record<string, unknown> = {}
  for (const input of inputs) {
    if (input.where === 'field') {
      const typed = filled.fields[input.path]?.trim()
      if (typed) patch = merged(patch, patchOf(input.path, fromInput(input.kind, typed)))
    } else if (input.where === 'permits' && filled.permits.length) {
      const added: Permit[] = filled.permits.map((kind) => ({ kind, mode: 'GOV_SERVICE' }))
      patch = merged(patch, { permits: [...(project.permits ?? []), ...added] })
    }
  }
  return patch
}

export function evidenceOf(filled: Filled): { kind: string; title: string; on: string }[] | undefined {
  const { kind, title, on } = filled.evidence
  return title.trim() ? [pruned({ kind, title: title.trim(), on }) as { kind: string; title: string; on: string }] : undefined
}
