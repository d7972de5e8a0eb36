import { cookie, newKey, spoken, unauthorized } from './client'
import { Problem } from './problem'

/** What the service named the file, or the given name. */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? otherwise)
}

/** Asks for a file by POST, for what is too long for an address, and lets the browser keep it. */
export async function download(path: string, body: unknown, otherwise: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': spoken(), 'Idempotency-Key': newKey(), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? '' }
  const response = await fetch(path, { method: 'POST', headers, credentials: 'same-origin', body: JSON.stringify(body) }).catch(() => undefined)
  if (!response) throw new Problem(0, { type: '/problems/unreachable' })
  if (response.status === 401) unauthorized()
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Problem['body'])
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(response.headers.get('Content-Disposition'), otherwise)
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
