import { reactive, ref, watch, type Ref } from 'vue'
import { api, newKey } from '@/api/client'
import { inOrder } from '@/api/order'
import { Problem, messageOf } from '@/api/problem'
import type { Page } from '@/api/types'
import { upload } from '@/api/upload'
import { i18n } from '@/i18n'
import { sizeText } from '@/ledger/file'
import { complain, tell, tellWithUndo } from '@/ui/notice'
import { kindOf, refusedFile, type FileKind, type LeadFile } from './files'

/** A file on its way; its key stays, so that trying again cannot make two of it. */
export interface Sending {
  key: string
  file: File
  kind: FileKind
  on: string
  share: number
  error: string
}

const t = i18n.global.t

/** The files of one lead. `told` runs after each change, because the lead knows of it too. */
export function useLeadFiles(lead: Ref<{ id: string; version: number }>, told: () => void) {
  const items = ref<LeadFile[]>([])
  const loaded = ref(false)
  const order = inOrder()
  const sending = ref<Sending[]>([])
  const refused = ref<string[]>([])
  const path = () => `/api/leads/${lead.value.id}/documents`

  async function read(): Promise<void> {
    const asked = path()
    const turn = order()
    try {
      const page = (await api.get<Page<LeadFile>>(asked)).data
      if (asked !== path() || !turn.take()) return
      items.value = page.items
      loaded.value = true
    } catch (error) {
      complain(error)
    }
  }

  /** Each goes by itself: what one is refused for holds up no other. */
  function send(files: Iterable<File>, kind: FileKind | '', on: string): void {
    refused.value = []
    for (const file of files) {
      const why = refusedFile(file)
      if (why) refused.value.push(t(`files.${why}`, { name: file.name, size: sizeText(file.size) }))
      else {
        const one = reactive<Sending>({ key: newKey(), file, kind: kind || kindOf(file), on, share: 0, error: '' })
        sending.value.push(one)
        void deliver(one)
      }
    }
  }

  async function deliver(one: Sending): Promise<void> {
    one.error = ''
    one.share = 0
    const form = new FormData()
    form.append('kind', one.kind)
    if (one.on) form.append('on', one.on)
    form.append('file', one.file)
    try {
      await upload<LeadFile>(path(), form, one.key, (share) => (one.share = share))
      drop(one)
      tell(t('files.uploaded', { name: one.file.name }))
      await read()
      told()
    } catch (problem) {
      const message = problem instanceof Problem && problem.status === 0 ? t('common.unreachable') : problem instanceof Problem && problem.errors.length ? problem.errors.map((each) => each.message).join(' ') : messageOf(problem)
      one.error = t('files.failed', { name: one.file.name, message })
    }
  }

  function drop(one: Sending): void {
    sending.value = sending.value.filter((each) => each.key !== one.key)
  }

  async function remove(file: LeadFile): Promise<void> {
    try {
      await api.delete(`${path()}/${file.id}`)
      order().take()
      items.value = items.value.filter((one) => one.id !== file.id)
      told()
      const restored = `${path()}/${file.id}/restorations`
      tellWithUndo(t('files.removed', { title: file.title }), async () => {
        await api.post(restored, {})
        tell(t('files.restored', { title: file.title }))
        await read()
        told()
      })
    } catch (error) {
      complain(error)
    }
  }

  watch([() => lead.value.id, () => lead.value.version], read, { immediate: true })

  return { items, loaded, sending, refused, send, again: deliver, drop, remove }
}
