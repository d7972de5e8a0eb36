import type { Amount } from '@/api/types'

/** Fen in one of each unit people write; without a unit a figure means 万元, as in the ledger. */
const UNITS: Record<string, bigint> = { 亿: 10_000_000_000n, 千万: 1_000_000_000n, 百万: 100_000_000n, 万: 1_000_000n, 元: 100n, '': 1_000_000n }
const PART = /(\d+(?:\.\d+)?)(亿|千万|百万|万|元|)/y

/**
 * What a person types or pastes as an amount: 1.2亿, 3500万元, 1亿2000万, ３，５００, 800元. Exact, never a float;
 * undefined if it cannot be read. The service judges the amount all the same.
 */
export function readAmount(typed: string): Amount | undefined {
  const text = plain(typed)
  if (!text) return undefined
  let total = 0n
  let smallest: bigint | undefined
  PART.lastIndex = 0
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text)
    const unit = match ? UNITS[match[2] ?? ''] : undefined
    // 1亿2000 leaves open what the 2000 are.
    if (!match || unit === undefined || (smallest !== undefined && (unit >= smallest || !match[2]))) return undefined
    const fen = times(match[1] ?? '', unit)
    if (fen === undefined) return undefined
    total += fen
    smallest = unit
  }
  return { value: decimal(total), unit: 'CNY_10K' }
}

/** Half-width, without separators and without the words that only soften or repeat. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，、]/g, '')
    .replace(/^(约|大约|近|总?投资额?)+/, '')
    .replace(/(人民币|rmb|cny|¥|￥)/gi, '')
    .replace(/億/g, '亿')
    .replace(/萬/g, '万')
    .replace(/([亿万])元/g, '$1')
    .replace(/(左右|上下)$/, '')
}

/** Undefined if it would leave a part of a fen. */
function times(figure: string, unit: bigint): bigint | undefined {
  const [whole = '', part = ''] = figure.split('.')
  const scale = 10n ** BigInt(part.length)
  const scaled = BigInt(whole + part) * unit
  return scaled % scale === 0n ? scaled / scale : undefined
}

/** Fen as 万元. */
function decimal(fen: bigint): string {
  const rest = (fen % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return (fen / 1_000_000n).toString() + (rest && `.${rest}`)
}
