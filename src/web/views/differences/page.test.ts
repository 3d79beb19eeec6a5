import { expect, test } from 'vitest'
import { inventedId } from '../../testing/inventedChildren.ts'
import { chosenDifferences, differencesAddress, readDifferences } from './view.ts'

const [a, b, c] = [1, 2, 3].map((n) => inventedId(0xd1ff, n)) as [string, string, string]
const [one, two] = [1, 2].map((n) => inventedId(0xc41d, n)) as [string, string]
const form = (...more: readonly (readonly [string, string])[]): URLSearchParams =>
  new URLSearchParams([['shown', `${a} ${one}`], ['shown', `${b} ${one}`], ['shown', `${c} ${two}`], ...more.map(([n, v]): [string, string] => [n, v])])

test('one by one, by child, or all that were shown', () => {
  expect(chosenDifferences(form())).toEqual([])
  expect(chosenDifferences(form(['difference', b]))).toEqual([b])
  expect(chosenDifferences(form(['child', one], ['difference', b]))).toEqual([a, b])
  expect(chosenDifferences(form(['all', 'yes']))).toEqual([a, b, c])
})
test('what was not shown cannot be chosen', () => {
  expect(chosenDifferences(form(['difference', inventedId(0xd1ff, 9)], ['child', inventedId(0xc41d, 9)]))).toEqual([])
})
test('an address is read and written the same, and nonsense is left out', () => {
  const address = `/differences?status=kept&kind=vanished&child=${one}&page=2`
  expect(differencesAddress(readDifferences(new URL(address, 'http://x').searchParams))).toBe(address)
  expect(differencesAddress(readDifferences(new URLSearchParams('status=x&kind=y&child=%27&page=0&import=1')))).toBe('/differences')
})
