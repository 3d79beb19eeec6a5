import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPlaces } from './places.ts'

// Public buildings, whose districts and grid references anybody can look up: Buckingham Palace, Cardiff Castle,
// Marischal College in Aberdeen, Haringey's civic centre.
describe('the postcode directory', () => {
  const places = openPlaces()

  test.each([
    ['SW1A 1AA', '213', 529090, 179645],
    ['CF10 3RB', 'WAL', 318100, 176600],
    ['AB10 1AB', 'SCO', 394200, 806300],
    ['N22 8ZW', '309', 530900, 190300],
  ])('knows %s to within 500 metres', (postcode, authority, east, north) => {
    const place = places?.find(postcode)
    expect(place?.authority).toBe(authority)
    expect(Math.hypot((place?.east ?? 0) - east, (place?.north ?? 0) - north)).toBeLessThan(500)
  })

  test('with and without the space alike', () => {
    expect(places?.find('SW1A1AA')).toEqual(places?.find('SW1A 1AA'))
  })

  test('places Jersey outside England and without a grid reference', () => {
    expect(places?.find('JE2 3AB')).toEqual({ authority: 'NUK', east: null, north: null })
  })

  test.each(['', 'X', 'N17', 'ZZ1 1AA', 'SW1A 1A', 'SW1A 1A1', 'BT1 5GS', '🏰🏰🏰', 'SW1A\n1AA'])('does not hold %j', (postcode) => {
    expect(places?.find(postcode)).toBe(undefined)
  })

  test('is said to be missing, or damaged, and never guessed from', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-places-'))
    try {
      expect(openPlaces(folder)).toBe(null)
      writeFileSync(join(folder, 'postcodes-2025-11.bin'), 'not a directory at all')
      expect(() => openPlaces(folder)).toThrow('is not a postcode directory')
      writeFileSync(join(folder, 'postcodes-2025-12.bin'), Buffer.concat([Buffer.from('HFPOST01'), Buffer.from([255, 0, 0, 0])]))
      expect(() => openPlaces(folder)).toThrow('ends too soon')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
