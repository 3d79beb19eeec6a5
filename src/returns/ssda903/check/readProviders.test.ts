import { expect, test } from 'vitest'
import { isoDate } from '../../../core/time/localDate.ts'
import { readProviders } from './readProviders.ts'

test('columns are known by their names, whatever stands above them, and rows of one provider add up', () => {
  const read = readProviders(
    'Providers as at March\n\nUrn,Placement Codes,Provider code,LA code,Postcode,Registration date,Date closed\n' +
      'sc000001,K2,PR1 PR4,309,n1 1aa,01/02/2010,\nSC000001,S1,PR4,310,,,31/03/2026\n1234567.0,,,,,,\n', 2026,
  )
  if (read.kind === 'refused') throw new Error(read.words)
  expect(read.count).toBe(2)
  expect(read.providers.find('SC000001')).toEqual({
    urn: 'SC000001', places: ['K2', 'S1'], providerCodes: ['PR1', 'PR4'], authorities: ['309', '310'], postcode: 'N1 1AA',
    registeredOn: isoDate('2010-02-01'), closedOn: isoDate('2026-03-31'),
  })
  expect(read.providers.find('1234567')).toMatchObject({ places: [], postcode: '', registeredOn: null, closedOn: null })
  expect(read.providers.find('SC000009')).toBeUndefined()
})

test('what is no list, or has a date that is none, is refused where it stands', () => {
  expect(readProviders('a,b\n1,2\n', 2026)).toMatchObject({ kind: 'refused', row: null })
  expect(readProviders('URN,CLOSED\nSC000001,\nSC000002,soon\n', 2026)).toMatchObject({ kind: 'refused', row: 3, words: 'soon is not a date.' })
})
