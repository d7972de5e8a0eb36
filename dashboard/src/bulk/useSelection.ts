import { computed, ref, watch } from 'vue'

/** From the row clicked before to this one, both included; one alone where there is no row before. */
export function rangeOf(ids: readonly string[], from: string, to: string): string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)]
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Which rows are meant: some of those seen, also of earlier pages, or all that match. Another filter is another list: nothing stays picked. */
export function useSelection(ids: () => readonly string[], filter: () => string) {
  const picked = ref(new Set<string>())
  const all = ref(false)
  let anchor = ''

  const none = computed(() => !all.value && !picked.value.size)
  const wholePage = computed(() => ids().length > 0 && (all.value || ids().every((id) => picked.value.has(id))))

  function pick(id: string, range: boolean): void {
    const next = new Set(all.value ? ids() : picked.value)
    const on = !next.has(id)
    for (const one of range && anchor ? rangeOf(ids(), anchor, id) : [id]) {
      if (on) next.add(one)
      else next.delete(one)
    }
    anchor = id
    all.value = false
    picked.value = next
  }
  function pickPage(on: boolean): void {
    all.value = false
    picked.value = new Set(on ? ids() : [])
  }
  function pickAll(): void {
    all.value = true
    picked.value = new Set()
  }
  function clear(): void {
    all.value = false
    picked.value = new Set()
    anchor = ''
  }
  const has = (id: string) => all.value || picked.value.has(id)

  watch(filter, clear)
  return { picked, all, none, wholePage, has, pick, pickPage, pickAll, clear }
}
