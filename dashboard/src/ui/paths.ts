/** Reads and writes `a.b.c` of plain objects. */
export function at(source: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined), source)
}

/** A merge patch that sets one path; `null` removes. */
export function patchOf(path: string, value: unknown): Record<string, unknown> {
  const [head = '', ...rest] = path.split('.')
  return { [head]: rest.length ? patchOf(rest.join('.'), value) : (value ?? null) }
}

/** Both patches in one; the second wins. */
export function merged(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown> {
  const result = { ...first }
  for (const [key, value] of Object.entries(second)) {
    const before = result[key]
    result[key] = isObject(before) && isObject(value) ? merged(before, value) : value
  }
  return result
}

/** The same object without empty strings, absent values and objects that became empty. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned).filter((one) => one !== undefined)
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, one]) => [key, pruned(one)] as const).filter(([, one]) => one !== undefined)
    return entries.length ? Object.fromEntries(entries) : undefined
  }
  return value === '' || value === null || value === undefined ? undefined : value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
