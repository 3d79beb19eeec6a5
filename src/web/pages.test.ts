import { expect, test } from 'vitest'
import { pagesOf } from './pages.ts'

const shown = (page: number, total: number): string =>
  pagesOf('p', page, 10, total, (n) => `/${n}`).items.map(({ number, current, gap }) => (gap ? '…' : current ? `[${number}]` : number)).join(' ')

test('few pages are all shown', () => expect([shown(1, 5), shown(1, 30), shown(2, 30)]).toEqual(['[1]', '[1] 2 3', '1 [2] 3']))
test('many have gaps', () => expect(shown(5, 100)).toBe('1 … 4 [5] 6 … 10'))
test('before the first and after the last there is nothing', () => {
  expect(pagesOf('p', 1, 10, 100, (n) => `/${n}`)).toMatchObject({ previous: null, next: '/2', count: 10 })
  expect(pagesOf('p', 10, 10, 100, (n) => `/${n}`)).toMatchObject({ previous: '/9', next: null })
  expect(pagesOf('p', 10, 10, 0, (n) => `/${n}`)).toMatchObject({ previous: null, next: null, count: 1 })
})
