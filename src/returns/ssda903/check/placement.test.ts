import { expect, test } from 'vitest'
import { derivedPlacement, isOutsideEngland, isSamePostcode, isUnknownPostcode } from './placement.ts'
import type { Place } from './places.ts'

const directory: Readonly<Record<string, Place>> = {
  'N22 1AA': { authority: '309', east: 530000, north: 190000 },
  // 3 km east and 4 km north of it: 5000 / 1609.3 = 3.107 miles.
  'N17 2BB': { authority: '309', east: 533000, north: 194000 },
  // 16,093 metres north of it: 10 miles as the return counts them.
  'EN1 3CC': { authority: '308', east: 530000, north: 206093 },
  'JE2 7GG': { authority: 'NUK', east: null, north: null },
}
const places = { find: (postcode: string) => directory[postcode] }
const derive = (HOME_POST: string, PL_POST: string, authority = '309'): unknown =>
  derivedPlacement({ HOME_POST, PL_POST }, { places, authority })

test('inside the authority', () => {
  expect(derive('N22 1AA', 'N17 2BB')).toEqual({ authority: '309', location: 'IN', distance: 3.1 })
})

test('outside it', () => {
  expect(derive('N22 1AA', 'EN1 3CC')).toEqual({ authority: '308', location: 'OUT', distance: 10 })
})

test('at home', () => {
  expect(derive('N22 1AA', 'N22 1AA')).toEqual({ authority: '309', location: 'IN', distance: 0 })
})

test('no home postcode: where the child lives is still known', () => {
  expect(derive('', 'EN1 3CC')).toEqual({ authority: '308', location: 'OUT', distance: null })
})

test('a placement postcode that does not exist', () => {
  expect(derive('N22 1AA', 'ZZ9 9ZZ')).toEqual({ authority: null, location: null, distance: null })
})

test('a home postcode that does not exist', () => {
  expect(derive('ZZ9 9ZZ', 'ZZ9 9ZZ')).toEqual({ authority: null, location: null, distance: null })
})

test('a place without a grid reference', () => {
  expect(derive('N22 1AA', 'JE2 7GG')).toEqual({ authority: 'NUK', location: 'OUT', distance: null })
})

test('a postcode of Northern Ireland, which the directory leaves out', () => {
  expect(derive('N22 1AA', 'BT1 5GS')).toEqual({ authority: 'NIR', location: 'OUT', distance: null })
})

test('whose return it is is not known', () => {
  expect(derive('N22 1AA', 'N17 2BB', '')).toEqual({ authority: '309', location: null, distance: 3.1 })
})

test.each([
  ['N22 1AA', false],
  ['', false],
  ['ZZ9 9ZZ', true],
  ['BT1 5GS', false],
  ['BT15GS', false],
  ['BTX 5GS', true],
  ['BT1', true],
])('a postcode that does not exist: %s is %s', (postcode, unknown) => {
  expect(isUnknownPostcode(postcode, places)).toBe(unknown)
})

test.each([
  ['N22 1AA', 'N22 1AA', true],
  ['N22 1AA', 'N221AA', true],
  ['N22 1AA', 'N22 1AB', false],
  ['', '', false],
  ['N22 1AA', '', false],
])('the same postcode: %s and %s: %s', (one, other, same) => {
  expect(isSamePostcode(one, other)).toBe(same)
})

test('England and elsewhere', () => {
  expect(['309', 'WAL', 'SCO', 'NIR', 'NUK', 'CON', null].map(isOutsideEngland)).toEqual([false, true, true, true, true, true, false])
})
