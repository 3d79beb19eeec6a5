/** How big: one borough, a region of six, or a country the size of England. Every authority is invented. */
import { benchmarks as shipped, type Benchmarks } from './benchmarks.ts'
import type { Authority } from './life.ts'

export type Size = 'borough' | 'region' | 'england'

export interface SizedAuthority {
  readonly authority: Authority
  /** Children in care to aim at. */
  readonly inCare: number
}

/** A London-sized region of six, the first the size of Haringey (313 in care). */
const region: readonly SizedAuthority[] = [
  { authority: { code: '990', name: 'Fernbrook' }, inCare: 313 },
  { authority: { code: '991', name: 'Ashcombe' }, inCare: 398 },
  { authority: { code: '992', name: 'Larkfield' }, inCare: 275 },
  { authority: { code: '993', name: 'Millhaven' }, inCare: 352 },
  { authority: { code: '994', name: 'Thornleigh' }, inCare: 196 },
  { authority: { code: '995', name: 'Westerby' }, inCare: 241 },
]

/**
 * The authorities of a size. England's have the real authorities' numbers of children in care but neither their names
 * nor their order, and numbers of four digits, which no authority has: no real council is given invented children.
 */
export function authoritiesOf(size: Size, data: Benchmarks = shipped()): readonly SizedAuthority[] {
  switch (size) {
    case 'borough':
      return region.slice(0, 1)
    case 'region':
      return region
    case 'england':
      return data.sizes.map((inCare, i) => ({ authority: { code: String(1001 + i), name: `Authority ${i + 1}` }, inCare }))
  }
}
