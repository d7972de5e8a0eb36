import { createI18n } from 'vue-i18n'
import { speak } from '@/api/client'
import { en } from './en'
import { zhCN } from './zh-CN'

export type Locale = 'zh-CN' | 'en'
const KEPT = 'lodestone.locale'

function first(): Locale {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: first() as Locale,
  fallbackLocale: 'zh-CN',
  // A state or reason that a zone's template adds later has no translation: its code is shown.
  missingWarn: false,
  fallbackWarn: false,
  messages: { 'zh-CN': zhCN, en },
})

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  speak(locale)
  localStorage.setItem(KEPT, locale)
}

/** The label of a code, or the code itself if no label is known. */
export function label(group: string, code: string | undefined): string {
  if (!code) return i18n.global.t('common.none')
  const key = `${group}.${code}`
  // Field names contain dots: they are literal keys of their group, not paths.
  const messages = i18n.global.getLocaleMessage(i18n.global.locale.value) as unknown as Record<string, Record<string, unknown>>
  const literal = messages[group]?.[code]
  if (typeof literal === 'string') return literal
  return i18n.global.te(key) ? i18n.global.t(key) : code
}

speak(i18n.global.locale.value)
