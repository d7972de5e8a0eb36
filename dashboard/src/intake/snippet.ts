import type { IntakeSource, NewSource } from './types'

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** What an agency puts into its page: the form of this source, from here. A public key may be seen by everybody. */
export function embedSnippet(source: IntakeSource, here: string): string {
  return `<iframe src="${attribute(`${here}/intake/${encodeURIComponent(source.id)}`)}" title="${attribute(source.name)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`
}

/** How another system delivers a lead; the key is the caller's secret and stands here only as a name. */
export function serverSnippet(source: IntakeSource, here: string): string {
  return [
    `curl -X POST '${here}/api/intake/${encodeURIComponent(source.id)}' \\`,
    `  -H 'X-Intake-Key: $INTAKE_KEY' -H 'Idempotency-Key: 1' -H 'Content-Type: application/json' \\`,
    `  -d '{"company":"…","contact":"…","phone":"…","content":"…","amount":"5000.00"}'`,
  ].join('\n')
}

/** One site a line; what stands behind the host is cut off, because a browser names only the origin. */
export function originsOf(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\s,，;；]+/)
        .filter(Boolean)
        .map((one) => {
          try {
            const url = new URL(one)
            return url.origin === 'null' ? one : url.origin
          } catch {
            return one
          }
        }),
    ),
  ]
}

export function sourceBody(form: NewSource): unknown {
  const origins = originsOf(form.origins)
  const perHour = form.perHour.trim()
  return {
    name: form.name.trim(),
    zone: form.zone,
    kind: form.kind,
    ...(form.channel && { channel: form.channel }),
    ...(form.referrer.trim() && { referrer: form.referrer.trim() }),
    ...(form.kind === 'FORM' && { origins }),
    ...(perHour && { perHour: /^\d+$/.test(perHour) ? Number(perHour) : perHour }),
  }
}
