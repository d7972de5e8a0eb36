import { describe, expect, it } from 'vitest'
import { en } from './en'
import { i18n, label, setLocale } from '.'
import { zhCN } from './zh-CN'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix} › ${key}` : key
    if (typeof value === 'string') all.set(path, value)
    else leaves(value, path).forEach((text, at) => all.set(at, text))
  }
  return all
}
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the two languages', () => {
  const chinese = leaves(zhCN)
  const english = leaves(en)

  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('leave the same holes to fill', () => {
    const different = [...chinese].filter(([key, text]) => JSON.stringify(holes(text)) !== JSON.stringify(holes(english.get(key) ?? '')))
    expect(different).toEqual([])
  })

  it('compile, every message', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      setLocale(locale)
      const broken = [...chinese.keys()].filter((path) => {
        const [group = '', ...rest] = path.split(' › ')
        const text = rest.at(-1)?.includes('.') ? label(group, rest.join('.')) : i18n.global.t([group, ...rest].join('.'), { n: 1 })
        return text === [group, ...rest].join('.') || text.includes('{n}')
      })
      expect(broken).toEqual([])
    }
  })

  it('show a code that nobody translated as it is', () => {
    setLocale('zh-CN')
    expect(label('state', 'ENGAGING')).toBe('跟踪对接')
    expect(label('field', 'investor.name')).toBe('投资方')
    expect(label('state', 'ANOTHER')).toBe('ANOTHER')
  })
})
