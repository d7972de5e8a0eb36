import { cookie, spoken, unauthorized } from './client'
import { Problem } from './problem'

/** A form with a file, with the share that is on its way; `fetch` cannot say that. Throws a {@link Problem}; its status is 0 when nobody answered. */
export function upload<T>(path: string, form: FormData, key: string, progress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', spoken())
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN') ?? '')
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () => reject(new Problem(0, { type: '/problems/unreachable' }))
    request.onload = () => {
      const json: unknown = request.getResponseHeader('Content-Type')?.includes('json') && request.responseText ? JSON.parse(request.responseText) : {}
      if (request.status >= 200 && request.status < 300) return resolve(json as T)
      if (request.status === 401) unauthorized()
      reject(new Problem(request.status, json as Problem['body']))
    }
    request.send(form)
  })
}
