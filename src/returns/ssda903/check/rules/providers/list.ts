/** Invented providers for the worked cases of rules that ask Ofsted's list. */
import { isoDate } from '../../../../../core/time/localDate.ts'
import type { Provider } from '../../providers.ts'

const unsaid: Provider = { urn: '', places: [], providerCodes: [], authorities: [], postcode: '', registeredOn: null, closedOn: null }

/**
 * SC111111 is a private children's home in 309, registered from 1 May 2015 to 30 September 2025; SC222222 the fostering
 * service of 309; 3333333 supported accommodation in 308 and 309; of SC444444 the list gives the number alone.
 */
export const caseProviders: readonly Provider[] = [
  {
    urn: 'SC111111', places: ['K2'], providerCodes: ['PR4'], authorities: ['309'], postcode: 'N17 2BB',
    registeredOn: isoDate('2015-05-01'), closedOn: isoDate('2025-09-30'),
  },
  { ...unsaid, urn: 'SC222222', places: ['U1', 'U3', 'U4', 'U6'], providerCodes: ['PR1'], authorities: ['309'], postcode: 'N22 1AA' },
  { ...unsaid, urn: '3333333', places: ['K3'], providerCodes: ['PR4'], authorities: ['308', '309'], postcode: 'EN1 3CC' },
  { ...unsaid, urn: 'SC444444' },
]
