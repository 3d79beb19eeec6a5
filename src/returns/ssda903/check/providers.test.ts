import { expect, test } from 'vitest'
import { isoDate } from '../../../core/time/localDate.ts'
import { givesUrn, isRegisteredOn, mayAppearUnder, providerOf, type Provider } from './providers.ts'

const home: Provider = {
  urn: 'SC123456',
  places: ['K2'],
  providerCodes: ['PR4'],
  authorities: ['309'],
  postcode: 'N22 1AA',
  registeredOn: isoDate('2015-04-01'),
  closedOn: isoDate('2025-09-30'),
}
const providers = { find: (urn: string) => (urn === home.urn ? home : undefined) }

test('what is a number of Ofsted’s', () => {
  expect(['', 'XXXXXXX', 'XXXXXX', 'SC123456', '1234567'].map((URN) => givesUrn({ URN }))).toEqual([false, false, true, true, true])
})

test('the provider an episode names', () => {
  expect(providerOf({ URN: 'SC123456' }, providers)).toBe(home)
  expect(['', 'XXXXXXX', 'SC654321'].map((URN) => providerOf({ URN }, providers))).toEqual([undefined, undefined, undefined])
})

test.each([
  ['2015-03-31', false],
  ['2015-04-01', true],
  ['2025-09-30', true],
  ['2025-10-01', false],
])('registered on %s: %s', (day, registered) => {
  expect(isRegisteredOn(home, isoDate(day))).toBe(registered)
})

test('a list without dates bounds nothing', () => {
  expect(isRegisteredOn({ ...home, registeredOn: null, closedOn: null }, isoDate('1999-01-01'))).toBe(true)
})

test.each([
  [['PR4'], 'PR4', true],
  [['PR4'], 'PR5', false],
  [['PR1'], 'PR2', true],
  [['PR2'], 'PR1', true],
  [['PR1'], 'PR4', false],
  [[], 'PR5', true],
])('a provider of %s may appear under %s: %s', (providerCodes, code, may) => {
  expect(mayAppearUnder({ ...home, providerCodes }, code)).toBe(may)
})
