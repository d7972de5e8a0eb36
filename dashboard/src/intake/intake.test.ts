import { describe, expect, it } from 'vitest'
import { embedSnippet, originsOf, serverSnippet, sourceBody } from './snippet'
import type { IntakeSource } from './types'

const source: IntakeSource = { id: 'site 1', name: '官网 "招商"', zone: '140827', kind: 'FORM' }

describe('an intake source', () => {
  it('is embedded without letting its name out of the attribute', () => {
    expect(embedSnippet(source, 'https://crm.example')).toContain('src="https://crm.example/intake/site%201" title="官网 &quot;招商&quot;"')
  })

  it('never shows a key in the example of a call', () => {
    expect(serverSnippet({ ...source, key: 'secret' }, 'https://crm.example')).not.toContain('secret')
  })

  it('accepts sites as people paste them', () => {
    expect(originsOf('https://www.example.org/path?x=1\n http://a.example:8080, https://www.example.org')).toEqual(['https://www.example.org', 'http://a.example:8080'])
    expect(originsOf('not a site')).toEqual(['not', 'a', 'site'])
  })

  it('sends origins only for a form, and a limit that is no number as typed', () => {
    const form = { name: ' 官网 ', zone: '140827', kind: 'SERVER' as const, channel: 'PLATFORM', referrer: '', origins: 'https://a.example', perHour: 'x' }
    expect(sourceBody(form)).toEqual({ name: '官网', zone: '140827', kind: 'SERVER', channel: 'PLATFORM', perHour: 'x' })
    expect(sourceBody({ ...form, kind: 'FORM', perHour: '60' })).toMatchObject({ origins: ['https://a.example'], perHour: 60 })
  })
})
