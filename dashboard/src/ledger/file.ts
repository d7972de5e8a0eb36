/** As the service has it; said before the upload, so that nobody waits to be refused. */
export const MOST_BYTES = 10 * 1024 * 1024

/** Why the file cannot be a ledger, as a message's name; the service looks inside. */
export function refusedFile(file: { name: string; size: number }): 'wrongType' | 'oldExcel' | 'tooBig' | 'emptyFile' | undefined {
  const name = file.name.toLowerCase()
  if (name.endsWith('.xls')) return 'oldExcel'
  if (!name.endsWith('.xlsx') && !name.endsWith('.csv')) return 'wrongType'
  if (file.size > MOST_BYTES) return 'tooBig'
  return file.size === 0 ? 'emptyFile' : undefined
}

export function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}
