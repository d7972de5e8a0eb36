import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, cookie, whenUnauthorized } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Me } from '@/api/types'
import { setClock } from '@/ui/clock'

const RETURN = 'lodestone.return'
const SENT_AT = 'lodestone.sent-to-login'
const ZONE = 'lodestone.zone'

export const useSession = defineStore('session', () => {
  const me = ref<Me>()
  const signedOut = ref(false)
  const failed = ref<unknown>()
  const zone = ref(localStorage.getItem(ZONE) ?? '')

  const severalZones = computed(() => !!me.value && (me.value.zones.includes('*') || me.value.zones.length > 1))
  const is = (...roles: string[]) => !!me.value?.roles.some((role) => roles.includes(role))
  const canWrite = computed(() => is('officer', 'manager', 'leader'))
  const canImport = canWrite
  /** Who only administers sees settings, and no lead. */
  const canRead = computed(() => canWrite.value || is('city', 'viewer'))
  const canExport = computed(() => is('officer', 'manager', 'leader', 'city'))
  const canAdminister = computed(() => is('administrator', 'admin'))
  const canManage = computed(() => is('manager', 'leader'))

  async function start(): Promise<void> {
    whenUnauthorized(login)
    failed.value = undefined
    try {
      me.value = (await api.get<Me>('/api/me')).data
      if (me.value.now) setClock(me.value.now)
      sessionStorage.removeItem(SENT_AT)
      if (!severalZones.value) zone.value = ''
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) failed.value = error
    }
  }

  /** To the identity provider and back here; drafts stay in the browser. Twice in a row means it does not work: then ask. */
  function login(): void {
    if (signedOut.value) return
    const last = Number(sessionStorage.getItem(SENT_AT) ?? 0)
    signedOut.value = true
    if (me.value === undefined && Date.now() - last > 10_000) go()
  }

  function go(): void {
    sessionStorage.setItem(RETURN, location.pathname + location.search)
    sessionStorage.setItem(SENT_AT, String(Date.now()))
    location.assign('/oauth2/authorization/lodestone')
  }

  /** Where the person wanted to go before signing in. */
  function takeReturn(): string | undefined {
    const path = sessionStorage.getItem(RETURN)
    sessionStorage.removeItem(RETURN)
    return path?.startsWith('/') && !path.startsWith('//') ? path : undefined
  }

  /** A real form, because the provider's own sign-out page may follow. */
  function logout(): void {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/logout'
    const token = document.createElement('input')
    token.type = 'hidden'
    token.name = '_csrf'
    token.value = cookie('XSRF-TOKEN') ?? ''
    form.append(token)
    document.body.append(form)
    form.submit()
  }

  function chooseZone(code: string): void {
    zone.value = code
    localStorage.setItem(ZONE, code)
  }

  return { me, zone, signedOut, failed, severalZones, canRead, canWrite, canImport, canExport, canManage, canAdminister, is, start, login, go, logout, takeReturn, chooseZone }
})
