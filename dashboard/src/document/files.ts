/** The wire of a lead's files, and what is known of a file before it is sent. */

export const KINDS = ['INTENT', 'FRAMEWORK', 'FEASIBILITY', 'PHOTO', 'CONTRACT', 'EVIDENCE', 'OTHER'] as const
export type FileKind = (typeof KINDS)[number]

export interface FileVersion {
  version: number
  fileName: string
  type: string
  bytes: number
  sha256: string
  at: string
  by: string
  scanned: boolean
}
export interface LeadFile extends FileVersion {
  id: string
  leadId: string
  kind: FileKind
  title: string
  number?: string
  on?: string
  versions: FileVersion[]
  mayDownload: boolean
  mayRemove: boolean
}

/** As the service has it; said before the upload, so that nobody waits to be refused. */
export const MOST_BYTES = 20 * 1024 * 1024

export function contentOf(lead: string, file: string, version?: number): string {
  return `/api/leads/${lead}/documents/${file}/content${version === undefined ? '' : `?version=${version}`}`
}

const NAMES: [RegExp, FileKind][] = [
  [/可研|可行性|feasib/i, 'FEASIBILITY'],
  [/框架|framework/i, 'FRAMEWORK'],
  [/意向|intent/i, 'INTENT'],
  [/合同|contract/i, 'CONTRACT'],
  [/佐证|证明|执照|evidence/i, 'EVIDENCE'],
]

/** What a file most likely is; a picture is a photo whatever it is called. */
export function kindOf(file: { name: string; type: string }): FileKind {
  if (file.type.startsWith('image/')) return 'PHOTO'
  return NAMES.find(([name]) => name.test(file.name))?.[1] ?? 'OTHER'
}

/** Why a file cannot be sent, as a message's name; the service looks inside. */
export function refusedFile(file: { size: number }): 'tooBig' | 'empty' | undefined {
  if (file.size > MOST_BYTES) return 'tooBig'
  return file.size === 0 ? 'empty' : undefined
}
