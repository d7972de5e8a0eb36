import { h } from 'vue'
import { ElMessage } from 'element-plus/es/components/message/index'
import 'element-plus/theme-chalk/el-message.css'
import { Problem, messageOf } from '@/api/problem'
import { i18n } from '@/i18n'

export function tell(message: string): void {
  ElMessage({ message, type: 'success', duration: 2600, grouping: true })
}

/** Says what happened and what was kept; a session's end says itself. */
export function complain(error: unknown): void {
  if (error instanceof Problem && error.status === 401) return
  const message = error instanceof Problem && error.status === 0 ? i18n.global.t('common.unreachable') : i18n.global.t('common.failed', { message: messageOf(error) })
  ElMessage({ message, type: 'error', duration: 6000, grouping: true })
}

const over = (what: 'mouseenter' | 'mouseleave') => (event: FocusEvent) => (event.currentTarget as HTMLElement).closest('.el-message')?.dispatchEvent(new MouseEvent(what))

/** Ten seconds in which what was done can be taken back. */
export function tellWithUndo(message: string, undo: () => Promise<void>): void {
  const notice = ElMessage({
    type: 'success',
    duration: 10_000,
    showClose: true,
    // It stays while the pointer is over it; what has the keyboard's focus is looked at as much.
    message: h('span', { class: 'row', onFocusin: over('mouseenter'), onFocusout: over('mouseleave') }, [
      message,
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'undo',
          onClick: () => {
            notice.close()
            undo().catch(complain)
          },
        },
        i18n.global.t('common.undo'),
      ),
    ]),
  })
}
