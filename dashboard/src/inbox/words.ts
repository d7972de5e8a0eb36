import type { InboxItem } from '@/api/types'
import type { Locale } from '@/i18n'

/** What an alert says in the reader's language; older ones speak only Chinese. */
export function words(item: InboxItem, locale: Locale): { title: string; body?: string } {
  return (locale === 'en' && item.english) || { title: item.title, body: item.body }
}
